import { systemClock } from '../../../../shared/adapters/system/system-clock.ts';
import { systemTimers } from '../../../../shared/adapters/system/system-timers.ts';
import { runCommand } from './run-command.ts';
import { speaker } from './speaker.ts';

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

// npm runs scripts in the folder of the package: what is meant is where the command was given.
const { INIT_CWD: whereGiven, npm_lifecycle_event: script } = process.env;
const folder = script === 'pstn-audio' ? whereGiven : undefined;

process.exitCode = await runCommand(process.argv.slice(2), {
  clock: systemClock,
  timers: systemTimers,
  ...(folder === undefined ? {} : { folder }),
  preciseNow: () => performance.timeOrigin + performance.now(),
  terminal: {
    print: speaker(process.stdout),
    complain: speaker(process.stderr),
    color: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
    stopped: () => stopped,
  },
});
