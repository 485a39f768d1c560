import { parseArgs } from 'node:util';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { startLocalCloud } from '../cloud/local-cloud.ts';
import { withStandbyRegion } from '../cloud/standby-region.ts';
import { builtConsole, serveConsole } from './console-at.ts';
import { shortcomings, type CallReport } from './call-report.ts';
import { exampleBank } from './example-bank/example-bank.ts';
import { playCall } from './play-call.ts';
import { scenarios } from './scenarios.ts';
import { transcript } from './transcript.ts';
import { CallWitness } from './witness.ts';

/**
 * Three calls on the local cloud. `--json`: one JSON object and nothing else. `--keep-running`: stays up until Ctrl-C, with the console
 * (`--port`, default 8400). `--standby-region us-west-2`: in two Regions.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'keep-running': { type: 'boolean', default: false },
    'standby-region': { type: 'string' },
    port: { type: 'string' },
  },
});
const port = portOf(values.port);
if (port === 'wrong') {
  console.error('--port: a whole number from 0 to 65535, and 0 is any free port');
  process.exit(2);
}
const say = (text: string): void => {
  if (!values.json) console.log(text);
};

const witness = new CallWitness(() => performance.now());
const functionLogs: string[] = [];

// What it says of itself is not lost while the cloud starts.
const building = values['keep-running']
  ? builtConsole().then(
      (directory) => ({ directory }),
      (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
    )
  : undefined;
say('Starting the local cloud: DynamoDB, Lambda, Meetings, PSTN Audio, Alexa …');
const bank = await exampleBank();
const { 'standby-region': standbyRegion } = values;
const cloud = await startLocalCloud({
  tenant: standbyRegion === undefined ? bank : withStandbyRegion(bank, standbyRegion),
  clock: systemClock,
  timers: systemTimers,
  ids: systemIds,
  onCall: witness.onCall,
  onConversation: witness.onConversation,
  observer: { onInvocation: witness.onInvocation },
  onLog: (log) => {
    witness.onLog(log);
    functionLogs.push(`${log.functionName}: ${log.line}`);
  },
});

const calls: CallReport[] = [];
const parts = new AsyncDisposableStack();
try {
  // A bundler at work would take from the calls what they need of the processor.
  const built = await building;

  for (const scenario of scenarios) {
    const seen = witness.next();
    const report = await playCall(cloud, scenario, seen, systemTimers);
    calls.push(report);
    say(transcript(scenario, report, seen.decisions));
  }
  const ok = calls.length === scenarios.length && calls.every((report) => shortcomings(report).length === 0);
  process.exitCode = ok ? 0 : 1;
  if (values.json) console.log(JSON.stringify({ ok, calls }, undefined, 2));
  if (!ok) say(`\nWhat the functions logged:\n${functionLogs.join('\n')}`);
  say(ok ? '\nThree calls, three people reached.' : '\nNot all went well; see the lines marked WRONG.');

  if (values['keep-running']) {
    const sip = cloud.pstnAudio.address;
    const operator = Object.entries(cloud.operator).map(([name, value]) => `${name}=${value}`);
    say(
      `The local cloud stays up until Ctrl-C. It takes SIP calls to sip:+14255550100@${sip.host}:${sip.port} (UDP); console API at ${cloud.consoleApi}.`,
    );
    say(`Its routing tables:\n  ${operator.join(' ')} npm run routes -- list`);
    if (built !== undefined) {
      if ('directory' in built) {
        const web = await serveConsole(cloud, built.directory, { port, clock: systemClock });
        parts.defer(() => web.close());
        say(`Console: ${web.url} – sign in as Olivia or Oscar (operators), Andy (agent) or Vera (viewer)`);
      } else say(`There is no console: ${built.problem}`);
    }
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
  }
} finally {
  await parts.disposeAsync();
  await cloud.close();
}

function portOf(text: string | undefined): number | undefined | 'wrong' {
  if (text === undefined) return undefined;
  return /^\d{1,5}$/u.test(text) && Number(text) <= 65_535 ? Number(text) : 'wrong';
}
