import * as fc from 'fast-check';
import { jsonMistake } from '../../../../../../infra/local/pstn-audio/config/json-syntax.ts';

describe('a file that is no JSON is told by the line and column where it stops being it', () => {
  it.each([
    { case: 'a comma too many', text: '{\n  "a": 1,\n}', at: [2, 9], says: 'this "," is one too many' },
    { case: 'a comma missing', text: '{\n  "a": 1\n  "b": 2\n}', at: [3, 3], says: '"," or "}" is missing here' },
    { case: 'a comma missing in a list', text: '[1 2]', at: [1, 4], says: '"," or "]" is missing here' },
    { case: 'a comment', text: '{\n  // port\n  "a": 1\n}', at: [2, 3], says: 'JSON has no comments: remove it' },
    {
      case: 'a comment after a value',
      text: '{"a": 1 /* port */}',
      at: [1, 9],
      says: 'JSON has no comments: remove it',
    },
    {
      case: 'a name without quotes',
      text: '{a: 1}',
      at: [1, 2],
      says: 'the name of a field is missing here, in double quotes',
    },
    { case: 'single quotes', text: '{"a": \'x\'}', at: [1, 7], says: 'text stands in double quotes' },
    { case: 'a missing colon', text: '{"a" 1}', at: [1, 6], says: '":" is missing here' },
    { case: 'an early end', text: '{"a": [1,', at: [1, 10], says: 'the file ends too early' },
    { case: 'an empty file', text: '', at: [1, 1], says: 'the file ends too early' },
    {
      case: 'something after the end',
      text: '{}\n{}',
      at: [2, 1],
      says: 'the configuration ends here: remove what follows',
    },
    { case: 'a number with a plus', text: '[+1]', at: [1, 2], says: 'a value is missing here' },
    { case: 'a line break in text', text: '["a\nb"]', at: [1, 2], says: 'a value is missing here' },
  ])('$case', ({ text, at, says }) => {
    const mistake = jsonMistake(text);

    expect([mistake?.line, mistake?.column]).toEqual(at);
    expect(mistake?.message).toContain(says);
  });

  it('finds nothing wrong in any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (text, indent) => {
        expect(jsonMistake(JSON.stringify(JSON.parse(text), undefined, indent))).toBeUndefined();
        expect(jsonMistake(text)).toBeUndefined();
      }),
    );
  });

  it('finds something wrong in what the language itself refuses, and only there', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\u00e9',
      '1',
      '-',
      '.5',
      'e3',
      '0',
      'true',
      'nul',
      ' ',
      '\n',
      '\t',
      '/',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const text = list.join('');

        expect({ text, refused: jsonMistake(text) !== undefined }).toEqual({ text, refused: isRefused(text) });
      }),
      { numRuns: 5000 },
    );
  });
});

function isRefused(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
