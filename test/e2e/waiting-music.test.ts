import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { musicTones, waitingMusic } from '../../infra/local/demo/example-bank/sounds/waiting-music.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { toneDetector } from '../../infra/local/pstn-audio/media/tone-detector.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { framesHeard } from '../support/questions.ts';

const mortgage = ['ask example bank to talk to a mortgage adviser', accountNumber, 'yes'] as const;

let sounds: string;
let bank: CloudFixture;
beforeAll(async () => {
  sounds = await mkdtemp(join(tmpdir(), 'sounds-'));
  await cp((await exampleBank()).pstnAudio.Buckets['sounds'] ?? '', sounds, { recursive: true });
  bank = await anExampleBank((tenant) => ({
    ...tenant,
    waitingMusic: 'sounds/waiting-music.wav',
    pstnAudio: { ...tenant.pstnAudio, Buckets: { sounds } },
  }));
}, 60_000);
afterAll(async () => {
  await bank.close();
  await rm(sounds, { recursive: true });
}, 30_000);
afterEach(async () => {
  bank.cloud.advisers.behave({ kind: 'comes' });
  await bank.hangUp();
});

/** In the next second, which is longer than any of its notes. */
async function isMusicOn(call: PhoneCall): Promise<boolean> {
  const notes = Object.values(musicTones).map(toneDetector);
  let isOn = false;
  const stop = call.listen({
    frame(pcm) {
      for (const note of notes) isOn = note.heardIn(pcm) || isOn;
    },
  });
  await framesHeard(call, 50);
  stop();
  return isOn;
}

describe('a caller who waits in a meeting', () => {
  it('hears music until the adviser comes, and none after that', async () => {
    bank.cloud.advisers.behave({ kind: 'comes', afterMs: 7000 });
    const order = await bank.ordered(...mortgage);

    const call = await bank.connect(order);
    await call.hears(musicTones.d);
    const wasMusicOn = await isMusicOn(call);
    const { conversation, heard } = await bank.meets(call);
    const toldOf = await bank.invoked('CALL_UPDATE_REQUESTED');
    await bank.invoked('ACTION_SUCCESSFUL', 'Pause');
    const isStillOn = await isMusicOn(call);

    expect([wasMusicOn, isStillOn]).toEqual([true, false]);
    expect(conversation).toMatchObject({ destination: { kind: 'meeting', id: 'adviser' }, voiceHz: voices.adviser });
    expect(heard).toEqual([true, true]);
    expect(toldOf.actions).toEqual(['Pause']);
  }, 30_000);

  it('waits on, and meets the adviser, when the music cannot be had', async () => {
    await rm(join(sounds, 'waiting-music.wav'));
    bank.cloud.advisers.behave({ kind: 'comes', afterMs: 6000 });
    const order = await bank.ordered(...mortgage);

    const call = await bank.connect(order);
    await bank.invoked('ACTION_FAILED', 'PlayAudio');
    const { conversation, heard } = await bank.meets(call);

    expect(conversation.destination).toMatchObject({ kind: 'meeting' });
    expect(heard).toEqual([true, true]);
  }, 30_000);
});

describe('the example bank’s waiting music', () => {
  it('is what its notes make of it', async () => {
    const { Buckets } = (await exampleBank()).pstnAudio;

    const file = await readFile(join(Buckets['sounds'] ?? '', 'waiting-music.wav'));

    expect(file.equals(waitingMusic())).toBe(true);
    expect(file.length).toBeLessThan(90_000);
  });
});
