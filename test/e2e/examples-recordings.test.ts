import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promptTones } from '../../infra/local/pstn-audio/examples/prompts/prompt-files.ts';
import { frameSamples } from '../../infra/local/pstn-audio/media/audio.ts';
import { toneDetector } from '../../infra/local/pstn-audio/media/tone-detector.ts';
import { parseWavChannels } from '../../infra/local/pstn-audio/media/wav.ts';
import { pauseMark } from '../../infra/local/pstn-audio/service/recording/pausable-track.ts';
import { answering, exampleForEachTest, filesIn, voices } from './examples-fixture.ts';

/** The tones that are in each channel of a WAV file for 100 ms at least. */
async function tonesIn(path: string, tones: readonly number[]): Promise<readonly (readonly number[])[]> {
  const read = parseWavChannels(await readFile(path));
  if (read.kind === 'unreadable') throw new Error(read.problem);
  return read.wav.channels.map((samples) =>
    tones.filter((frequencyHz) => {
      const detector = toneDetector(frequencyHz);
      for (let at = 0; at + frameSamples <= samples.length; at += frameSamples)
        if (detector.heardIn(samples.subarray(at, at + frameSamples))) return true;
      return false;
    }),
  );
}

/** Half a second of somebody's voice: whoever has said it has been recorded. */
const words = (frequencyHz: number): Int16Array =>
  Int16Array.from({ length: 4000 }, (_, n) => 8000 * Math.sin((2 * Math.PI * frequencyHz * n) / 8000));

describe('the example voicemail', () => {
  const start = exampleForEachTest('voicemail');
  const [beepHz] = promptTones['beep.wav'];

  it('takes a message, plays it back, and keeps it as a file', async () => {
    const example = await start();

    const alice = await example.call();
    const beep = await alice.hears(beepHz);
    await alice.hearsSilence();
    await alice.say(words(voices.alice));
    await alice.press('#');
    const playedBack = await alice.hears(voices.alice);
    await alice.ended;
    const [message = '', ...more] = await filesIn(join(example.folder, 'recordings'));

    expect([beep, playedBack, more]).toEqual([true, true, []]);
    expect(message).toContain('/recordings/messages/');
    expect(await tonesIn(message, [voices.alice, beepHz])).toEqual([[voices.alice]]);
  });

  it('ends a message after three seconds of silence', async () => {
    const example = await start();

    const alice = await example.call();
    await alice.hears(beepHz);
    await alice.hearsSilence();
    await alice.say(words(voices.alice));
    await alice.say('nothing');

    await expect(alice.hears(voices.alice)).resolves.toBe(true);
  });

  it('keeps the message of a caller who just hangs up', async () => {
    const example = await start();

    const alice = await example.call();
    await alice.hears(beepHz);
    await alice.hearsSilence();
    await alice.say(words(voices.alice));
    alice.hangUp();
    await example.standalone.pstnAudio.idle();
    const [message = ''] = await filesIn(join(example.folder, 'recordings'));

    expect(await tonesIn(message, [voices.alice])).toEqual([[voices.alice]]);
  });
});

describe('the example call-recording', () => {
  const start = exampleForEachTest('call-recording');
  const places = [voices.alice, voices.bob, pauseMark.frequencyHz, 820];

  it('records both sides, but not what is said while it is paused', async () => {
    const example = await start({ phones: { 5070: 'bob' } });
    const answered = answering(example.phone(5070));
    const alice = await example.call();
    const bob = await answered;
    await example.done('ReceiveDigits');
    // Bob's voice is in the file from here on; during the pause he says another tone, a secret.
    const heard = await alice.hears(voices.bob);

    await alice.press(',,*1');
    await example.done('PauseCallRecording');
    await bob.say(820);
    const heardSecret = await alice.hears(820);
    await bob.say(voices.bob);
    await alice.hears(voices.bob);
    await alice.press(',,*2');
    await example.done('ResumeCallRecording');
    await alice.press(',,*3');
    const stopped = await example.done('StopCallRecording');
    alice.hangUp();
    await bob.ended;
    await example.standalone.pstnAudio.idle();
    const [recording = '', ...more] = await filesIn(join(example.folder, 'recordings'));

    expect([heard, heardSecret, stopped, more]).toEqual([true, true, 'successful', []]);
    expect(recording).toMatch(/\/recordings\/calls\/\d{4}\/\d\d\/\d\d\/.*\.wav$/u);
    expect(await tonesIn(recording, places)).toEqual([
      [voices.alice, pauseMark.frequencyHz],
      [voices.bob, pauseMark.frequencyHz],
    ]);
  });
});
