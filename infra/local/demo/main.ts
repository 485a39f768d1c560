import { parseArgs } from 'node:util';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { startLocalCloud } from '../cloud/local-cloud.ts';
import { withStandbyRegion } from '../cloud/standby-region.ts';
import { shortcomings, type CallReport } from './call-report.ts';
import { exampleBank } from './example-bank/example-bank.ts';
import { playCall } from './play-call.ts';
import { scenarios } from './scenarios.ts';
import { transcript } from './transcript.ts';
import { CallWitness } from './witness.ts';

/** Three calls on the local cloud. `--json`: one JSON object and nothing else. `--keep-running`: stays up until Ctrl-C. `--standby-region us-west-2`: in two Regions. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'keep-running': { type: 'boolean', default: false },
    'standby-region': { type: 'string' },
  },
});
const say = (text: string): void => {
  if (!values.json) console.log(text);
};

const witness = new CallWitness(() => performance.now());
const functionLogs: string[] = [];

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
try {
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
    const { host, port } = cloud.pstnAudio.address;
    const operator = Object.entries(cloud.operator).map(([name, value]) => `${name}=${value}`);
    say(
      `The local cloud stays up until Ctrl-C. It takes SIP calls to sip:+14255550100@${host}:${port} (UDP); console API at ${cloud.consoleApi}.`,
    );
    say(`Its routing tables:\n  ${operator.join(' ')} npm run routes -- list`);
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
  }
} finally {
  await cloud.close();
}
