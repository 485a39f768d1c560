import { fitPattern } from '../../../../../../../infra/local/alexa/service/matching/pattern-fit.ts';
import { patternOf } from '../../../../../../../infra/local/alexa/service/matching/pattern.ts';
import type { SlotReading } from '../../../../../../../infra/local/alexa/service/matching/slot-reader.ts';
import { textOf, tokensOf } from '../../../../../../../infra/local/alexa/service/matching/tokens.ts';

describe('sharing an utterance among the slots of a sample', () => {
  // There are over eighty thousand ways to share eighty words among four slots.
  it('does not try every way when the utterance is long', () => {
    const tokens = tokensOf(Array.from({ length: 80 }, (_, index) => `name${index}`).join(' '));
    let readings = 0;
    const readSpan = (_: string, from: number, to: number): SlotReading => {
      readings += 1;
      return { value: textOf(tokens.slice(from, to)), fit: 'anyWords' };
    };
    const words = new Set(tokens.map(({ word }) => word));

    const fit = fitPattern(patternOf('{one} {two} {three} {four}'), tokens, words, readSpan, () => undefined);

    const values = [...(fit?.readings.values() ?? [])].map(({ value }) => value);
    expect(values).toEqual(['name0', 'name1', 'name2', textOf(tokens.slice(3))]);
    expect(readings).toBeLessThan(4 * 80 * 80);
  });
});
