import { parseArgs } from 'node:util';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import type { DeviceCall } from '../../infra/local/alexa/service/device-call.ts';
import { startSoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { skillCallEvent } from '../support/sma-event-builder.ts';
import { startEmptyFunction } from './empty-function.ts';
import { percentile, printFigures, tenth, timed, type Figure } from './report.ts';

/** What a skill call costs, each figure beside the least that it could cost on this machine. `--json`, `--full`. */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
});
const rounds = values.full ? 300 : 40;

const bank = await anExampleBank();
const empty = await startEmptyFunction();
const figures = [...(await invocations(bank)), ...(await callSetup(bank))];
await empty.close();
await bank.close();
printFigures('skill-call', figures, values.json);

async function orders(count: number): Promise<DeviceCall[]> {
  const placed: DeviceCall[] = [];
  while (placed.length < count) {
    const { order } = await bank.ask('ask example bank to connect me to my nearest branch', accountNumber, 'yes');
    if (order !== undefined) placed.push(order);
  }
  return placed;
}

async function invocations({ cloud }: CloudFixture): Promise<Figure[]> {
  const placed = await orders(rounds + 1);
  const begin = (index: number): Promise<unknown> =>
    cloud.functions.invoke('sma', skillCallEvent(placed[index], systemIds.uuid()));
  const [coldEmpty = 0] = await timed(1, () => empty.invoke(empty.name, {}));
  const [cold = 0] = await timed(1, () => begin(rounds));
  const warmEmpty = await timed(rounds, () => empty.invoke(empty.name, {}));
  const warm = await timed(rounds, begin);
  const how =
    'NEW_INBOUND_CALL of a skill call: signature, claim in DynamoDB, decision; bundle on the local Lambda host';
  return [
    { name: 'sma-cold-start', value: tenth(cold), unit: 'ms', how: `first invocation, process start included: ${how}` },
    {
      name: 'empty-function-cold-start',
      value: tenth(coldEmpty),
      unit: 'ms',
      how: 'the same for a function that returns at once',
    },
    { name: 'sma-warm-p50', value: percentile(warm, 0.5), unit: 'ms', how },
    { name: 'sma-warm-p99', value: percentile(warm, 0.99), unit: 'ms', how },
    {
      name: 'empty-function-warm-p50',
      value: percentile(warmEmpty, 0.5),
      unit: 'ms',
      how: 'the same host, a function that returns at once',
    },
  ];
}

async function callSetup({ cloud }: CloudFixture): Promise<Figure[]> {
  const placed = await orders(rounds);
  const whole = await timed(rounds, async (index) => {
    const dialled = await bank.dial(placed[index]);
    const outcome = await dialled.outcome;
    if (outcome.kind !== 'connected') throw new Error(`call ${index} was not answered`);
    dialled.hangUp();
    await cloud.pstnAudio.idle();
  });
  const direct = await directCalls();
  return [
    {
      name: 'skill-call-p50',
      value: percentile(whole, 0.5),
      unit: 'ms',
      how: 'INVITE to answer at the branch, hang-up, and both HANGUPs told',
    },
    { name: 'skill-call-p99', value: percentile(whole, 0.99), unit: 'ms', how: 'the same' },
    {
      name: 'direct-call-p50',
      value: percentile(direct, 0.5),
      unit: 'ms',
      how: 'one of our telephones calls another, nothing between, and hangs up',
    },
    {
      name: 'skill-calls-one-after-another',
      value: tenth(1000 / percentile(whole, 0.5)),
      unit: 'calls/s',
      how: 'from skill-call-p50',
    },
  ];
}

async function directCalls(): Promise<number[]> {
  const ports = { timers: systemTimers, ids: systemIds };
  const alice = await startSoftPhone({ ...ports, name: 'Alice', voiceHz: 440 });
  const bob = await startSoftPhone({ ...ports, name: 'Bob', voiceHz: 620 });
  bob.onRing = (ringing) => void ringing.answer();
  const samples = await timed(rounds, async () => {
    const { host, port } = bob.address;
    const dialled = await alice.dial({
      target: bob.address,
      requestUri: `sip:bob@${host}:${port}`,
      from: 'sip:alice@127.0.0.1',
    });
    const outcome = await dialled.outcome;
    if (outcome.kind !== 'connected') throw new Error('Bob did not answer');
    dialled.hangUp();
    await outcome.call.ended;
  });
  await Promise.all([alice.close(), bob.close()]);
  return samples;
}
