import { commands } from '../../../../console/cli/commands.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { Desk } from './cli-fixture.ts';

describe('npm run routes', () => {
  const desk = new Desk();

  it.each([
    { line: '', problem: 'say what to do' },
    { line: 'chekc bank.yaml', problem: 'there is no "chekc" – did you mean "check"?' },
    { line: '--by Ann publish bank.yaml', problem: 'the command comes first, before --by' },
    { line: '--json=yes check bank.yaml', problem: 'the command comes first, before --json=yes' },
    { line: 'help chekc', problem: 'there is no "chekc"' },
    { line: 'check', problem: 'check what? Name a file' },
    { line: 'check bank.yaml more', problem: 'one word too many' },
    { line: 'check bank.yaml --because x', problem: 'there is no --because here' },
    { line: 'check nowhere.yaml', problem: 'nowhere.yaml' },
    { line: 'publish bank.yaml', problem: 'say why' },
    { line: 'publish bank.yaml --because x --based-on two', problem: '--based-on needs the number of a version' },
    { line: 'rollback example-bank --because x', problem: '--to needs the number of a version' },
    { line: 'show', problem: 'show which table?' },
    { line: 'show Example', problem: '"Example" is no table\'s name' },
    { line: 'export Example --to x', problem: '"Example" is no table\'s name' },
    { line: 'decide bank.yaml', problem: 'decide for whom?' },
    { line: 'decide bank.yaml --context nowhere.json', problem: 'cannot read nowhere.json: no such file' },
    { line: 'replay bank.yaml', problem: 'replay which calls?' },
    { line: 'diff bank.yaml', problem: 'compare with which other table?' },
    { line: 'new table.txt', problem: 'a new table is YAML' },
    { line: 'import branches.csv --into branches.txt', problem: 'branches.txt must be a .csv' },
    { line: 'reasons bank.yaml --into model.json', problem: "the model's locale is not known" },
  ])('ends with 2 for a wrong call: $line', async ({ line, problem }) => {
    const printed = await desk.run(line);

    expect(printed).toEqual({ exitCode: 2, text: expect.stringContaining(problem) });
  });

  it('takes the options of every command before the command too', async () => {
    expect(await desk.run('--json check bank.yaml')).toEqual(await desk.run('check bank.yaml --json'));
    expect(await desk.run('-h check')).toEqual(await desk.run('check --help'));
  });

  it('tells programs about a wrong call in one object', async () => {
    expect(await desk.json('chekc bank.yaml')).toMatchObject({
      exitCode: 2,
      ok: false,
      code: 'usage',
      message: 'there is no "chekc" – did you mean "check"?',
    });
  });

  it.each([
    { code: 'store-unavailable', exitCode: 1 },
    { code: 'environment-invalid', exitCode: 2 },
  ] as const)('reports $code with its cause', async ({ code, exitCode }) => {
    const problem = new BridgeError(code, 'no luck', { cause: new Error('deeper') });
    const openStore = (): Promise<never> => Promise.reject(problem);

    expect(await desk.run('show example-bank', { openStore })).toEqual({ exitCode, text: 'no luck: Error: deeper' });
  });

  it('says so when a file cannot be written', async () => {
    const full = new Desk();
    full.files.write = () =>
      Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' }));

    expect(await full.json('new table.yaml')).toMatchObject({
      exitCode: 1,
      ok: false,
      code: 'file-unwritable',
      message: expect.stringContaining('no space left'),
    });
  });

  it('does not hide bugs', async () => {
    const openStore = (): Promise<never> => Promise.reject(new TypeError('a bug'));

    await expect(desk.run('list', { openStore })).rejects.toThrow('a bug');
  });

  it.each(['--help', 'help'])('lists its commands: %s', async (line) => {
    const { exitCode, text } = await desk.run(line);

    expect(exitCode).toBe(0);
    for (const { name, summary } of commands) {
      expect(text).toContain(`  ${name} `);
      expect(text).toContain(summary);
    }
  });

  it.each(commands.map(({ name }) => name))('explains %s, with each of its options', async (name) => {
    const command = commands.find((each) => each.name === name)!;

    const [asked, named] = [await desk.run(`${name} --help`), await desk.run(`help ${name}`)];

    expect(asked).toEqual(named);
    expect(asked.exitCode).toBe(0);
    expect(asked.text).toContain(`npm run routes -- ${name}`);
    for (const { help } of [...Object.values(command.operands), ...Object.values(command.options)])
      expect(asked.text).toContain(help);
  });

  it('shows what may be left out of a command, and what may not', async () => {
    const { text } = await desk.run('publish --help');

    expect(text.split('\n')[0]).toBe(
      'npm run routes -- publish <file> --because "<reason>" [--by <name>] [--based-on <version>]',
    );
  });

  it('explains itself in one object when a program asks', async () => {
    expect(await desk.json('decide --help')).toMatchObject({ exitCode: 0, ok: true, usage: expect.any(Array) });
  });
});
