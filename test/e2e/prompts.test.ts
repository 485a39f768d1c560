import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWav } from '../../infra/local/pstn-audio/media/wav.ts';
import { folderBuckets } from '../../infra/local/pstn-audio/storage/folder-buckets.ts';
import type { Buckets } from '../../infra/local/pstn-audio/storage/buckets.ts';
import { idsFake } from '../support/ids-fake.ts';
import {
  actions,
  bobAnswers,
  connected,
  hangingUpTheOther,
  outcomeOf,
  pstnAudioForEachTest,
  respond,
  typesOf,
  voices,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

let folder: string;
let buckets: Buckets;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prompts-'));
  await writeFile(join(folder, 'welcome.wav'), tone(1000, 0.4, 16_000));
  await writeFile(join(folder, 'music.wav'), tone(1300, 1, 8000));
  buckets = folderBuckets(new Map([['prompts', folder]]), { ids: idsFake() });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function tone(frequencyHz: number, seconds: number, rate: number): Uint8Array {
  const samples = Int16Array.from(
    { length: rate * seconds },
    (_, n) => 8000 * Math.sin((2 * Math.PI * frequencyHz * n) / rate),
  );
  return buildWav({ rate, samples });
}

const play = (Key: string, more: object = {}): object => ({
  Type: 'PlayAudio',
  Parameters: { AudioSource: { Type: 'S3', BucketName: 'prompts', Key }, ...more },
});

describe('a prompt from a bucket', () => {
  it('is heard by the caller, whom it answers', async () => {
    const fixture = await between(
      ({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(play('welcome.wav', { Repeat: 2 })) : respond(actions.hangup()),
      { buckets },
    );

    const alice = await connected(fixture);
    const heard = await alice.hears(1000);
    await alice.ended;
    await fixture.service.idle();

    expect(heard).toBe(true);
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL PlayAudio', 'HANGUP Hangup']);
    expect(fixture.told[1]?.ActionData?.Parameters).toEqual({
      AudioSource: { Type: 'S3', BucketName: 'prompts', Key: 'welcome.wav' },
      Repeat: 2,
      CallId: fixture.told[0]?.CallDetails.Participants[0]?.CallId,
    });
  });

  it('is ended by the caller’s key', async () => {
    const fixture = await between(
      ({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL'
          ? respond(play('music.wav', { Repeat: 600, PlaybackTerminators: ['*'] }))
          : respond(actions.hangup()),
      { buckets },
    );
    const alice = await connected(fixture);
    await alice.hears(1300);

    await alice.press('*', { toneMilliseconds: 60 });
    await alice.ended;
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL PlayAudio', 'HANGUP Hangup']);
  });

  it('is heard by the callee alone in a bridged call, which goes on after it', async () => {
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type, ActionData: data }) => {
        if (type === 'NEW_INBOUND_CALL') return respond(actions.bridgeToBob);
        return data?.Type === 'CallAndBridge' ? respond(play('music.wav', { ParticipantTag: 'LEG-B' })) : respond();
      }),
      { buckets },
    );
    const answered = bobAnswers(fixture);
    const alice = await connected(fixture);
    const { call: bob } = await answered;

    const bobHeardMusic = await bob.hears(1300);
    const aliceHeardBob = await alice.hears(voices.bob);
    await fixture.hasTold(3);
    const bobHeardAlice = await bob.hears(voices.alice);
    alice.hangUp();
    await fixture.service.idle();

    expect([bobHeardMusic, aliceHeardBob, bobHeardAlice]).toEqual([true, true, true]);
    expect(typesOf(fixture)[2]).toBe('ACTION_SUCCESSFUL PlayAudio');
  });

  it('that is not there leaves the call unanswered, and is told by ACTION_FAILED', async () => {
    const fixture = await between(
      ({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(play('nothing.wav')) : respond(actions.hangup()),
      { buckets },
    );

    const outcome = await outcomeOf(fixture);
    await fixture.service.idle();

    expect(outcome.kind).not.toBe('connected');
    expect(fixture.told[1]).toMatchObject({
      InvocationEventType: 'ACTION_FAILED',
      ActionData: {
        Type: 'PlayAudio',
        ErrorType: 'InvalidAudioSource',
        ErrorMessage: 'Cannot access S3 bucket or audio file.',
      },
    });
  });
});
