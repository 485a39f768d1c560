import { operand, optionalOperand } from '../../../../../console/cli/arguments/operands.ts';
import {
  flag,
  moment,
  oneOf,
  requiredText,
  requiredVersion,
  text,
  version,
} from '../../../../../console/cli/arguments/options.ts';
import { readWords } from '../../../../../console/cli/arguments/read-words.ts';

const declaration = {
  operands: { file: operand('file', 'a file', 'Name a file'), other: optionalOperand('other', 'another') },
  options: {
    because: text('"<reason>"', 'why'),
    basedOn: version('the version before'),
    at: moment('when'),
    branches: oneOf(['csv', 'yaml'], 'as what'),
    force: flag('even so'),
  },
};

describe('the words after a command', () => {
  it('are read by place and by name, whatever their order', () => {
    const words = ['--force', 'bank.yaml', '--based-on', '12', 'more.yaml', '--because', ' new hours ', '--json'];

    expect(readWords(words, declaration)).toEqual({
      kind: 'value',
      value: {
        file: 'bank.yaml',
        other: 'more.yaml',
        because: 'new hours',
        basedOn: 12,
        at: undefined,
        branches: undefined,
        force: true,
      },
    });
  });

  it.each([
    { words: [], problem: 'Name a file' },
    { words: ['a', 'b', 'c'], problem: 'there is one word too many: "c"' },
    { words: ['a', '--becuase', 'x'], problem: 'there is no --becuase here – did you mean "because"?' },
    { words: ['a', '--because', ' '], problem: '--because needs "<reason>"' },
    { words: ['a', '--because'], problem: 'argument missing' },
    { words: ['a', '--force=yes'], problem: 'does not take an argument' },
    { words: ['a', '--based-on', 'two'], problem: '--based-on needs the number of a version, not "two"' },
    { words: ['a', '--at', 'tomorrow'], problem: '--at needs a time with its offset' },
    { words: ['a', '--at', '2026-12-24T09:30:00'], problem: '--at needs a time with its offset' },
    { words: ['a', '--at', '2026-13-24T09:30:00Z'], problem: '--at needs a time with its offset' },
    { words: ['a', '--branches', 'xml'], problem: '--branches is one of csv, yaml, not "xml"' },
  ])('are refused with what to do: $words', ({ words, problem }) => {
    expect(readWords(words, declaration)).toEqual({ kind: 'problem', problem: expect.stringContaining(problem) });
  });

  it('may give a moment with an offset', () => {
    const reading = readWords(['a', '--at', '2026-12-24T09:30:00-08:00'], declaration);

    expect(reading).toMatchObject({ value: { at: Date.parse('2026-12-24T17:30:00Z') } });
  });

  it.each([
    { words: ['--to', '3'], problem: 'say why' },
    { words: ['--because', 'x'], problem: '--to needs the number of a version' },
  ])('must have the options that are required: $words', ({ words, problem }) => {
    const required = {
      operands: {},
      options: { because: requiredText('<reason>', 'why', 'say why'), to: requiredVersion('which') },
    };

    expect(readWords(words, required)).toEqual({ kind: 'problem', problem: expect.stringContaining(problem) });
  });
});
