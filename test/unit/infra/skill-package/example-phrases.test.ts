import { examplesThatFail } from '../../../../infra/skill-package/example-phrases.ts';

const spoken = {
  locale: 'en-US',
  invocationName: 'a one bank',
  samples: ['{reason}', 'call about {reason}'],
  reasons: ['my bill'],
};

describe('example phrases', () => {
  it('are fine when they call the skill by its name, and end as callers do', () => {
    const examplePhrases = ['Alexa, open A One Bank', 'Alexa, ask A One Bank to call about my bill'];

    expect(examplesThatFail({ ...spoken, examplePhrases })).toEqual([]);
  });

  it('are named when they call the skill by another name than its invocation name', () => {
    const examplePhrases = ['Alexa, open A1 Bank', 'Alexa, ask A One Bank to call about my bill'];

    expect(examplesThatFail({ ...spoken, examplePhrases })).toEqual([
      expect.stringMatching(/en-US: nobody is called as in "Alexa, open A1 Bank"/),
    ]);
  });

  it('are named when there is no such reason', () => {
    const examplePhrases = ['Alexa, open A One Bank', 'Alexa, ask A One Bank to call about a lost card'];

    expect(examplesThatFail({ ...spoken, examplePhrases })).toEqual([expect.stringMatching(/no reason is called/)]);
  });
});
