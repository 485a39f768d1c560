import { runCost } from '../../../../../infra/aws/cli/cost.ts';

interface Told {
  readonly exitCode: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function cost(...line: readonly string[]): Promise<Told> {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCost(line, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    folder: process.cwd(),
  });
  return { exitCode, out, err };
}

describe('npm run cost', () => {
  it('prints a table', async () => {
    const { exitCode, out, err } = await cost('--calls-per-month', '10000');

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: [] });
    expect(out.join('\n')).toMatch(/^service +what +a month/);
  });

  it.each(['--help', '-h'])('says what may be asked: %s', async (word) => {
    const { exitCode, out, err } = await cost(word);

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: [] });
    expect(out.join('\n')).toContain('--calls-per-month <number>');
  });

  it('prints one JSON object', async () => {
    const { exitCode, out } = await cost('--calls-per-month', '500', '--minutes', '2.5', '--json');

    expect(exitCode).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      callsPerMonth: 500,
      minutesPerCall: 2.5,
      currency: 'USD',
      usd: expect.any(Number),
      rows: expect.arrayContaining([
        expect.objectContaining({ service: 'Lambda', what: 'invocations', quantity: 5000 + 720_000 }),
      ]),
      assumptions: expect.arrayContaining([expect.stringContaining('2.5 minutes of talk')]),
    });
  });

  it('goes by the config of a deployment', async () => {
    const { exitCode, out } = await cost('--calls-per-month', '1', '--config', 'infra/aws/deploy.example.yaml');

    expect(exitCode).toBe(0);
    expect(out.join('\n')).toContain('by Voice Connector');
  });

  it.each([
    { case: 'no number of calls', line: [], words: /^--calls-per-month is missing\. Use: npm run cost/ },
    { case: 'words for a number', line: ['--calls-per-month', 'many'], words: /must be a whole number/ },
    { case: 'a negative number', line: ['--calls-per-month=-1'], words: /must be a whole number/ },
    { case: 'half a call', line: ['--calls-per-month', '1.5'], words: /must be a whole number/ },
    { case: 'an exponent', line: ['--calls-per-month', '1e5'], words: /must be a whole number/ },
    { case: 'no minutes', line: ['--calls-per-month', '1', '--minutes', '0'], words: /above 0, up to 1440/ },
    { case: 'too many minutes', line: ['--calls-per-month', '1', '--minutes', '1441'], words: /above 0, up to 1440/ },
    { case: 'an option that is none', line: ['--call-per-month', '1'], words: /Unknown option '--call-per-month'/ },
    { case: 'a word that is no option', line: ['1000'], words: /Unexpected argument '1000'/ },
    { case: 'an option without its value', line: ['--calls-per-month'], words: /argument missing/ },
    {
      case: 'a file that is not there',
      line: ['--calls-per-month', '1', '--config', 'none.yaml'],
      words: /^none\.yaml: /,
    },
  ])('says in one line what is wrong, and exits with 2: $case', async ({ line, words }) => {
    const { exitCode, out, err } = await cost(...line);

    expect({ exitCode, out }).toEqual({ exitCode: 2, out: [] });
    expect(err).toEqual([expect.stringMatching(words)]);
    expect(err[0]).not.toContain('\n');
  });
});
