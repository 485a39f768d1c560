import { systemClock } from '../../../../shared/adapters/system/system-clock.ts';
import { systemTimers } from '../../../../shared/adapters/system/system-timers.ts';
import { runCommand } from './run-command.ts';

/** `npm run pstn-audio -- --config <file>`; `--help` says the rest. */
const stopped = new Promise<void>((resolve) => {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Whoever asks twice is in a hurry.
      if (asked) process.exit(130);
      asked = true;
      resolve();
    });
});

process.exitCode = await runCommand(process.argv.slice(2), {
  clock: systemClock,
  timers: systemTimers,
  preciseNow: () => performance.timeOrigin + performance.now(),
  terminal: {
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
    color: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
    stopped: () => stopped,
  },
});
