import { readArguments, usage } from '../../../../../../infra/local/pstn-audio/standalone/arguments.ts';

const plain = {
  kind: 'run',
  configFile: 'a.json',
  capture: undefined,
  calls: undefined,
  full: false,
  quiet: false,
  color: undefined,
};

describe('the arguments of the command', () => {
  it.each([
    { words: ['--config', 'a.json'], asked: plain },
    { words: ['-c', 'a.json', '-q'], asked: { ...plain, quiet: true } },
    {
      words: ['--config=a.json', '--pcap', 'x.pcap', '--calls', 'x.jsonl', '--full', '--no-color'],
      asked: { ...plain, capture: 'x.pcap', calls: 'x.jsonl', full: true, color: false },
    },
    { words: ['--config', 'a.json', '--check'], asked: { kind: 'check', configFile: 'a.json' } },
    { words: ['--schema'], asked: { kind: 'schema' } },
    { words: ['--init', 'calls'], asked: { kind: 'init', folder: 'calls' } },
    { words: ['--init', ''], asked: { kind: 'wrong', problem: '--init needs a folder' } },
    { words: ['-h', '--config', 'a.json'], asked: { kind: 'help' } },
    { words: [], asked: { kind: 'wrong', problem: '--config <file> is missing' } },
    { words: ['--config', ''], asked: { kind: 'wrong', problem: '--config <file> is missing' } },
    { words: ['--confg', 'a.json'], asked: { kind: 'wrong', problem: "Unknown option '--confg'" } },
    { words: ['a.json'], asked: { kind: 'wrong', problem: expect.stringContaining("Unexpected argument 'a.json'") } },
    { words: ['--config'], asked: { kind: 'wrong', problem: expect.stringContaining('argument missing') } },
  ])('$words', ({ words, asked }) => {
    expect(readArguments(words)).toEqual(asked);
  });

  it('are all in the help', () => {
    for (const option of ['config', 'check', 'schema', 'init', 'pcap', 'calls', 'full', 'quiet', 'no-color', 'help'])
      expect(usage).toContain(`--${option} `);
  });
});
