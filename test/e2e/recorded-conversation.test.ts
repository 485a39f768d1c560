import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { bankWithRules, type ChangedBank } from '../support/changed-table.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { framesHeard, pressWhenAsked } from '../support/questions.ts';
import { recorded, type Recorded } from '../support/recorded.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
const bill = ['ask example bank to call support about my bill', accountNumber, 'yes'] as const;

let folder: string;
let changed: ChangedBank;
let bank: CloudFixture;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recordings-'));
  changed = await bankWithRules({
    'lost-cards': { recording: 'ask' },
    bills: { recording: 'always', keys: { 5: 'pauseRecording', 6: 'resumeRecording' } },
  });
  bank = await anExampleBank((tenant) => ({
    ...changed.change(tenant),
    callRecordings: 'recordings/conversations',
    pstnAudio: { ...tenant.pstnAudio, Buckets: { recordings: folder } },
  }));
}, 60_000);
afterAll(async () => {
  await bank.close();
  await changed.remove();
  await rm(folder, { recursive: true });
}, 30_000);
beforeEach(async () => {
  await rm(folder, { recursive: true });
  await mkdir(folder);
});
afterEach(async () => {
  await bank.hangUp();
});

async function connected(utterances: readonly string[]): Promise<PhoneCall> {
  const order = await bank.ordered(...utterances);
  return bank.connect(order);
}

/** Both talk for a while, and it is over. */
async function talk(call: PhoneCall): Promise<void> {
  await bank.meets(call);
  await framesHeard(call, 50);
  await bank.hangUp();
}

/** Presses, and what it is for is done: keys are listened for again after that. */
async function pressInConversation(call: PhoneCall, keys: string): Promise<void> {
  bank.forget();
  await call.press(keys);
  await bank.invoked('DIGITS_RECEIVED');
  await bank.invoked('ACTION_SUCCESSFUL', 'ReceiveDigits');
}

/** What lies in the bucket, by key. */
async function recordings(): Promise<readonly (readonly [string, Recorded])[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.wav'));
  return Promise.all(names.map(async (name) => [name, recorded(await readFile(join(folder, name)))] as const));
}

async function told(): Promise<readonly string[]> {
  const { records } = await bank.recorded();
  return records.flatMap(({ happenings }) => happenings.map(({ kind }) => kind));
}

describe('a conversation that a rule wants recorded', () => {
  it('lies in the bucket when the caller agrees: the caller on one side, the agent on the other', async () => {
    const call = await connected(lostCard);
    await pressWhenAsked(call, '1');
    await talk(call);

    const [[key, file] = ['', recorded(undefined)], ...others] = await recordings();

    expect(others).toEqual([]);
    expect(key).toMatch(new RegExp(`^conversations/.*${bank.transactionId}.*\\.wav$`));
    expect(file.channels).toBe(2);
    expect(file.milliseconds).toBeGreaterThan(1000);
    expect([file.heard(0, voices.caller).length, file.heard(1, voices.agent).length]).not.toContain(0);
    expect([file.heard(0, voices.agent), file.heard(1, voices.caller)]).toEqual([[], []]);
    expect(await told()).toEqual(expect.arrayContaining(['recordingAsked', 'recordingAnswered', 'recordingStarted']));
  });

  it('is not recorded when the caller does not agree, and takes place all the same', async () => {
    const call = await connected(lostCard);
    await pressWhenAsked(call, '2');
    await talk(call);

    expect(await recordings()).toEqual([]);
    expect(await told()).toContain('recordingAnswered');
    expect(await told()).not.toContain('recordingStarted');
  });

  it('is recorded without a question where the rule says always: the caller is told', async () => {
    const call = await connected(bill);
    const heardWords = await call.hearsSound();
    await talk(call);

    expect(heardWords).toBe(true);
    expect(bank.invocations[0]?.actions).toEqual(['Speak', 'Speak', 'CallAndBridge']);
    expect(await recordings()).toHaveLength(1);
  });

  it('lacks what was said while the caller had the recording paused', async () => {
    const secretHz = 1500;
    const call = await connected(bill);
    const { conversation } = await bank.meets(call);
    await bank.invoked('ACTION_SUCCESSFUL', 'StartCallRecording');

    await pressInConversation(call, '*5');
    await call.say(secretHz);
    const heardSecret = await conversation.hears(secretHz);
    await call.say(voices.caller);
    await conversation.hears(voices.caller);
    await pressInConversation(call, '*6');
    await framesHeard(call, 50);
    await bank.hangUp();
    const [[, file] = ['', recorded(undefined)]] = await recordings();

    expect(heardSecret).toBe(true);
    expect(file.heard(0, voices.caller)).not.toEqual([]);
    expect(file.heard(0, secretHz)).toEqual([]);
    expect(await told()).toEqual(expect.arrayContaining(['recordingPaused', 'recordingResumed']));
  });
});
