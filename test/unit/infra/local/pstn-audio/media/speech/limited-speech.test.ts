import { limitedSpeech } from '../../../../../../../infra/local/pstn-audio/media/speech/limited-speech.ts';

const plain = { textType: 'text' } as const;
let begun: string[];
let endings: Map<string, { say(): void; fail(): void }>;
beforeEach(() => {
  begun = [];
  endings = new Map();
});

const speakers = limitedSpeech(
  {
    name: 'slow',
    say: (text) => {
      begun.push(text);
      return new Promise((resolve, reject) =>
        endings.set(text, { say: () => resolve(new Int16Array(1)), fail: () => reject(new Error('no voice')) }),
      );
    },
  },
  2,
);
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('many who want something said', () => {
  it('wait for their turn in the order they came, whether others succeed or fail', async () => {
    const [first, second, ...later] = ['one', 'two', 'three', 'four', 'five'].map(async (text) =>
      speakers.say(text, plain).then(
        () => 'said',
        () => 'failed',
      ),
    );
    await settle();
    expect(begun).toEqual(['one', 'two']);

    endings.get('two')?.fail();
    await second;
    await settle();
    expect(begun).toEqual(['one', 'two', 'three']);

    endings.get('one')?.say();
    endings.get('three')?.say();
    await settle();
    expect(begun).toEqual(['one', 'two', 'three', 'four', 'five']);

    for (const text of ['four', 'five']) endings.get(text)?.say();
    expect(await Promise.all([first, second, ...later])).toEqual(['said', 'failed', 'said', 'said', 'said']);
  });
});
