import { cachedSpeech } from '../../../../../../../infra/local/pstn-audio/media/speech/cached-speech.ts';
import type { SpeechSynthesizer } from '../../../../../../../infra/local/pstn-audio/media/speech/speech-synthesizer.ts';

/** Says texts one sample long for each letter; counts. */
function counting(): { synthesizer: SpeechSynthesizer; said: string[] } {
  const said: string[] = [];
  return {
    said,
    synthesizer: {
      name: 'counting',
      say(text) {
        said.push(text);
        return text === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(new Int16Array(text.length));
      },
    },
  };
}
const plain = { textType: 'text' } as const;

describe('speech that is remembered', () => {
  it('is made once, even when two want it at the same time', async () => {
    const { synthesizer, said } = counting();
    const cached = cachedSpeech(synthesizer);

    const [one, two] = await Promise.all([cached.say('hello', plain), cached.say('hello', plain)]);
    const three = await cached.say('hello', plain);

    expect(said).toEqual(['hello']);
    expect(two).toBe(one);
    expect(three).toBe(one);
    expect(cached.name).toBe('counting');
  });

  it('is made anew in another language, and as markup', async () => {
    const { synthesizer, said } = counting();
    const cached = cachedSpeech(synthesizer);

    await cached.say('hello', plain);
    await cached.say('hello', { ...plain, languageCode: 'de-DE' });
    await cached.say('hello', { textType: 'ssml' });

    expect(said).toHaveLength(3);
  });

  it('is tried again when it has failed', async () => {
    const { synthesizer, said } = counting();
    const cached = cachedSpeech(synthesizer);

    await expect(cached.say('bad', plain)).rejects.toThrow('no');
    await expect(cached.say('bad', plain)).rejects.toThrow('no');

    expect(said).toHaveLength(2);
  });

  it('gives way to what was said later when there is too much of it', async () => {
    const { synthesizer, said } = counting();
    const cached = cachedSpeech(synthesizer, 10);

    for (const text of ['aaaaa', 'bbbbb', 'ccccc', 'bbbbb', 'aaaaa']) await cached.say(text, plain);

    expect(said).toEqual(['aaaaa', 'bbbbb', 'ccccc', 'aaaaa']);
  });
});
