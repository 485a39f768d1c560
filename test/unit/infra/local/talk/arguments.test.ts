import { readArguments } from '../../../../../infra/local/talk/arguments.ts';

describe('the words of npm run talk', () => {
  it('may be none at all', () => {
    expect(readArguments([])).toEqual({
      kind: 'talk',
      locale: 'en-US',
      wav: undefined,
      as: undefined,
      grant: [],
      deny: [],
      region: 'NA',
      mobile: false,
      json: false,
    });
  });

  it('say who speaks which language, where, and what was allowed', () => {
    const words =
      '--locale fr-CA --as maria --region EU --mobile --json --wav a.wav --deny mobile-number --deny address --grant amazon_communication::calling';

    expect(readArguments(words.split(' '))).toEqual({
      kind: 'talk',
      locale: 'fr-CA',
      wav: 'a.wav',
      as: 'maria',
      grant: ['amazon_communication::calling'],
      deny: ['alexa::profile:mobile_number:read', 'alexa::devices:all:address:full:read'],
      region: 'EU',
      mobile: true,
      json: true,
    });
  });

  it('ask for help, whatever else they say', () => {
    expect(readArguments(['--region', 'nowhere', '--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    { case: 'a region that there is not', words: ['--region', 'MARS'], says: /NA, EU, FE, not MARS/ },
    { case: 'a locale without a country', words: ['--locale', 'french'], says: /--locale/ },
    { case: 'something that cannot be allowed', words: ['--deny', 'everything'], says: /mobile-number/ },
    { case: 'no name of a file', words: ['--wav', ''], says: /--wav needs a file/ },
    { case: 'an option that there is not', words: ['--loud'], says: /--loud/ },
    { case: 'a word that is no option', words: ['hello'], says: /hello/ },
  ])('are refused with $case', ({ words, says }) => {
    const read = readArguments(words);

    expect(read).toEqual({ kind: 'wrong', problem: expect.stringMatching(says) });
  });
});
