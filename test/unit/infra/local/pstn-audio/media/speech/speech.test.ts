import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { espeak } from '../../../../../../../infra/local/pstn-audio/media/speech/espeak.ts';
import { findSpeechSynthesizer } from '../../../../../../../infra/local/pstn-audio/media/speech/find-speech-synthesizer.ts';
import { toneSpeech } from '../../../../../../../infra/local/pstn-audio/media/speech/tone-speech.ts';
import { buildWav } from '../../../../../../../infra/local/pstn-audio/media/wav.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'speech-'));
  await writeFile(join(folder, 'sound.wav'), buildWav({ rate: 16_000, samples: new Int16Array(3200).fill(1000) }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A stand-in for the real program: a shell script. */
async function program(script: string, name = 'espeak-ng'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\ncd "${folder}"\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}
const recording = 'printf "%s\\n" "$@" > args; cat > text; cat sound.wav';
const recorded = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
const plain = { textType: 'text' } as const;

describe('speaking with eSpeak', () => {
  it('brings its sound to 8 kHz', async () => {
    const samples = await espeak({ timers: new TimersFake(), program: await program(recording) }).say('Hello.', plain);

    expect(samples).toHaveLength(1600);
    expect(samples[800]).toBe(1000);
  });

  it('hands over the text through a pipe, never as an argument', async () => {
    const text = '--version $(reboot) `reboot`; "it\'s me"\n';

    await espeak({ timers: new TimersFake(), program: await program(recording) }).say(text, plain);

    expect(await recorded('args')).toBe('--stdout\n--stdin\n');
    expect(await recorded('text')).toBe(text);
  });

  it('asks for markup and for the voice of the language', async () => {
    await espeak({ timers: new TimersFake(), program: await program(recording) }).say('<speak/>', {
      textType: 'ssml',
      languageCode: 'de-DE',
    });

    expect(await recorded('args')).toBe('--stdout\n--stdin\n-m\n-v\nde-de\n');
  });

  it.each(['en; reboot', '-x', '../../etc/passwd', ''])(
    'asks for no voice when the language is %p',
    async (languageCode) => {
      await espeak({ timers: new TimersFake(), program: await program(recording) }).say('Hello.', {
        ...plain,
        languageCode,
      });

      expect(await recorded('args')).toBe('--stdout\n--stdin\n');
    },
  );

  it('speaks in its own language when it does not know the one asked for', async () => {
    const path = await program(`for arg in "$@"; do test "$arg" = "-v" && exit 1; done; ${recording}`);

    const samples = await espeak({ timers: new TimersFake(), program: path }).say('Hello.', {
      ...plain,
      languageCode: 'xx-XX',
    });

    expect(samples).toHaveLength(1600);
  });

  it('gives up after five seconds, and ends the program', async () => {
    const timers = new TimersFake();
    const path = await program('exec sleep 60');
    const saying = expect(espeak({ timers, program: path }).say('Hello.', plain)).rejects.toMatchObject({
      name: 'SpeechError',
      failure: 'timedOut',
    });

    await timers.advanceBy(5000);

    await saying;
  });

  it.each([
    { case: 'fails', script: 'exit 3', failure: 'failed' },
    { case: 'writes no sound', script: 'echo hello', failure: 'unreadable' },
    { case: 'writes without end', script: 'exec cat /dev/zero', failure: 'tooLong' },
    { case: 'is none', script: undefined, failure: 'notStarted' },
  ])('rejects when the program $case, without the text, leaving no timer', async ({ script, failure }) => {
    const timers = new TimersFake();
    const path = script === undefined ? join(folder, 'missing') : await program(script);

    const saying = espeak({ timers, program: path }).say('my secret', plain);

    await expect(saying).rejects.toMatchObject({
      name: 'SpeechError',
      failure,
      message: expect.not.stringContaining('secret'),
    });
    expect(timers.pending).toBe(0);
  });
});

describe('speaking without a synthesizer', () => {
  const hum = (text: string, textType: 'text' | 'ssml' = 'text'): Promise<Int16Array> =>
    toneSpeech.say(text, { textType });

  it('is the same every time, and differs from text to text', async () => {
    expect(await hum('Your call is important.')).toEqual(await hum('Your call is important.'));
    expect(await hum('banana')).not.toEqual(await hum('potato'));
  });

  it('lasts as long as its syllables and pauses', async () => {
    const seconds = async (text: string): Promise<number> => (await hum(text)).length / 8000;

    expect(await seconds('no')).toBeCloseTo(0.19);
    expect(await seconds('banana')).toBeCloseTo(0.45);
    expect(await seconds('no.')).toBeCloseTo(0.41);
    expect(await seconds('no no')).toBeCloseTo(0.38);
    expect(await seconds('')).toBe(0);
  });

  it('can be heard, without being overdriven', async () => {
    const loudest = Math.max(...(await hum('Please hold the line.')));

    expect(loudest).toBeGreaterThan(3000);
    expect(loudest).toBeLessThan(12_000);
  });

  it('does not speak markup', async () => {
    expect(await hum('<speak>Hello <lang xml:lang="en-US">world</lang></speak>', 'ssml')).toEqual(
      await hum('Hello world'),
    );
    expect(await hum('<speak>Hello <broken world', 'ssml')).toEqual(await hum('Hello <broken world'));
  });

  it.each([
    { case: 'a break of a second', ssml: '<break time="1s"/>', more: 1 },
    { case: 'a break of 250 ms', ssml: '<break time="250ms"></break>', more: 0.25 },
    { case: 'a break like a sentence’s', ssml: '<break strength="strong"/>', more: 0.3 },
    { case: 'a break longer than may be', ssml: '<break time="60s"/>', more: 10 },
    { case: 'the end of a paragraph', ssml: '<p/><p> </p>', more: 0.6 },
  ])('is silent at $case', async ({ ssml, more }) => {
    const without = await hum('Hello world');

    const samples = await hum(`<speak>Hello ${ssml} world</speak>`, 'ssml');

    expect(samples.length / 8000).toBeCloseTo(without.length / 8000 + more, 2);
  });

  it('takes half as long at double speed, and longer when it spells', async () => {
    const said = await hum('<speak>banana</speak>', 'ssml');
    const fast = await hum('<speak><prosody rate="200%">banana</prosody></speak>', 'ssml');
    const spelled = await hum('<speak><say-as interpret-as="characters">banana</say-as></speak>', 'ssml');

    expect(fast.length).toBe(said.length / 2);
    expect(spelled.length).toBeGreaterThan(said.length * 2);
  });

  it('says an alias in place of the words', async () => {
    expect(await hum('<speak><sub alias="banana">B</sub></speak>', 'ssml')).toEqual(await hum('banana'));
  });

  it('never takes more than two minutes', async () => {
    expect(await hum(`<speak>${'<break time="10s"/>'.repeat(50)}</speak>`, 'ssml')).toHaveLength(120 * 8000);
  });
});

describe('finding a speech synthesizer', () => {
  it('prefers espeak-ng, wherever it is on the path', async () => {
    await program(recording, 'espeak');
    await program(recording, 'espeak-ng');

    expect((await findSpeechSynthesizer({ path: `/nowhere:${folder}` })).name).toBe('espeak-ng');
  });

  it('takes espeak when that is all there is', async () => {
    await program(recording, 'espeak');

    const speech = await findSpeechSynthesizer({ timers: new TimersFake(), path: folder });

    expect(speech.name).toBe('espeak');
    expect(await speech.say('Hello.', plain)).toHaveLength(1600);
    expect(await speech.say('Hello.', plain)).toBe(await speech.say('Hello.', plain));
  });

  it('hums when there is none, or none that can be run', async () => {
    await writeFile(join(folder, 'espeak-ng'), 'text', { mode: 0o644 });

    expect(await findSpeechSynthesizer({ path: folder })).toBe(toneSpeech);
    expect(await findSpeechSynthesizer({ path: '' })).toBe(toneSpeech);
  });
});
