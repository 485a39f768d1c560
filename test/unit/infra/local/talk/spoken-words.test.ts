import type { SpeechSynthesizer } from '../../../../../infra/local/pstn-audio/media/speech/speech-synthesizer.ts';
import { parseWav } from '../../../../../infra/local/pstn-audio/media/wav.ts';
import { SpokenWords } from '../../../../../infra/local/talk/spoken-words.ts';

const pauseSamples = 5600;

/** Says one sample for each character; some words it cannot say. */
class Parrot implements SpeechSynthesizer {
  readonly name = 'parrot';
  readonly asked: unknown[] = [];

  async say(text: string, options: unknown): Promise<Int16Array> {
    this.asked.push([text, options]);
    if (text === 'unspeakable') throw new Error('no');
    return new Int16Array(text.length).fill(1000);
  }
}

async function samplesOf(spoken: SpokenWords): Promise<{ samples: Int16Array; rate: number; unspoken: number }> {
  const { wav, unspoken } = await spoken.finish();
  const read = parseWav(wav);
  if (read.kind !== 'wav') throw new Error(read.problem);
  return { samples: read.wav.samples, rate: read.wav.rate, unspoken };
}

describe('what Alexa says as sound', () => {
  it('comes one after the other, with silence between', async () => {
    const spoken = new SpokenWords(new Parrot(), 'en-US');

    spoken.add({ text: 'one' });
    spoken.add({ text: 'two two' });
    const { samples, rate } = await samplesOf(spoken);

    const said = [1000, 1000, 1000];
    expect(rate).toBe(8000);
    expect([...samples.subarray(0, 4)]).toEqual([...said, 0]);
    expect([...samples.subarray(3 + pauseSamples - 1, 3 + pauseSamples + 8)]).toEqual([0, ...said, ...said, 1000, 0]);
    expect(samples).toHaveLength(3 + 7 + 2 * pauseSamples);
  });

  it('is spoken with its tags where it has some, in the language of the locale', async () => {
    const parrot = new Parrot();
    const spoken = new SpokenWords(parrot, 'fr-CA');

    spoken.add({ text: 'Bonjour', ssml: '<speak>Bonjour</speak>' });
    spoken.add({ text: 'Au revoir' });
    await spoken.finish();

    expect(parrot.asked).toEqual([
      ['<speak>Bonjour</speak>', { textType: 'ssml', languageCode: 'fr-CA' }],
      ['Au revoir', { textType: 'text', languageCode: 'fr-CA' }],
    ]);
  });

  it('lacks what cannot be spoken, and says how much that is', async () => {
    const spoken = new SpokenWords(new Parrot(), 'en-US');

    spoken.add({ text: 'one' });
    spoken.add({ text: 'unspeakable' });
    const { samples, unspoken } = await samplesOf(spoken);

    expect(samples).toHaveLength(3 + pauseSamples);
    expect(unspoken).toBe(1);
  });

  it('is an empty recording when nothing was said', async () => {
    const spoken = new SpokenWords(new Parrot(), 'en-US');

    spoken.add({ text: '' });
    const { samples } = await samplesOf(spoken);

    expect(samples).toHaveLength(0);
  });
});
