import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { consoleTerminal } from './console-terminal.ts';
import { runTalk } from './run-talk.ts';

/** `npm run talk`; `--help` says the rest. */
// npm runs scripts in the folder of the package: what is meant is where the command was given.
const { INIT_CWD: whereGiven, npm_lifecycle_event: script } = process.env;
const folder = script === 'talk' ? whereGiven : undefined;

process.exitCode = await runTalk(process.argv.slice(2), {
  clock: systemClock,
  timers: systemTimers,
  ids: systemIds,
  terminal: consoleTerminal(process),
  ...(folder === undefined ? {} : { folder }),
});
// A terminal that is still open would keep the process.
process.stdin.destroy();
