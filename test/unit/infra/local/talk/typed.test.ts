import { readTyped } from '../../../../../infra/local/talk/typed.ts';

describe('a line that was typed', () => {
  it.each([
    { case: 'words to Alexa', line: ' about my lost card ', means: { kind: 'words', words: 'about my lost card' } },
    { case: 'words to Alexa even when they are digits', line: '1234', means: { kind: 'words', words: '1234' } },
    { case: 'silence', line: '  ', means: { kind: 'silence' } },
    {
      case: 'a command',
      line: '/Fault profile  429',
      means: { kind: 'command', name: 'fault', words: ['profile', '429'] },
    },
  ])('is $case while there is no call', ({ line, means }) => {
    expect(readTyped(line, 'free')).toEqual(means);
  });

  it.each([
    { case: 'keys', line: '*1', means: { kind: 'keys', keys: '*1' } },
    { case: 'keys, however they are spread', line: '98 101 #', means: { kind: 'keys', keys: '98101#' } },
    { case: 'keys with a pause', line: '1,2', means: { kind: 'keys', keys: '1,2' } },
    { case: 'the end of it', line: 'Hang up!', means: { kind: 'hangUp' } },
    { case: 'the end of it in French', line: 'Alexa, raccroche', means: { kind: 'hangUp' } },
    { case: 'the end of it in Spanish', line: 'cuelga', means: { kind: 'hangUp' } },
    { case: 'a while of listening', line: '', means: { kind: 'wait' } },
    { case: 'a command still', line: '/bye', means: { kind: 'command', name: 'bye', words: [] } },
    { case: 'nothing when it is a word of the letters of keys', line: 'dad', means: { kind: 'unheard' } },
    { case: 'nothing when it is only pauses', line: ',,', means: { kind: 'unheard' } },
    { case: 'nothing when it is words', line: 'hello there', means: { kind: 'unheard' } },
  ])('is $case in a call', ({ line, means }) => {
    expect(readTyped(line, 'connected')).toEqual(means);
  });

  it.each([
    { case: 'picks up', line: 'answer', means: { kind: 'answer' } },
    { case: 'picks up in French', line: 'Réponds', means: { kind: 'answer' } },
    { case: 'declines', line: 'decline', means: { kind: 'decline' } },
    { case: 'declines, too, when it ends the call', line: 'hang up', means: { kind: 'decline' } },
    { case: 'is a key to press after picking up', line: '1', means: { kind: 'keys', keys: '1' } },
    { case: 'lets it ring', line: '', means: { kind: 'wait' } },
  ])('$case while the telephone rings', ({ line, means }) => {
    expect(readTyped(line, 'ringing')).toEqual(means);
  });

  it('gives up a call that nobody has answered', () => {
    expect(readTyped('hang up', 'calling')).toEqual({ kind: 'hangUp' });
  });
});
