import { runCommand } from '../../../../../infra/aws/deployment/run-command.ts';
import { aDeployment } from './deployment-fixture.ts';

describe("the command line of 'deploy' and 'destroy'", () => {
  it.each([
    { words: [], wish: { configFile: 'deploy.yaml', plan: false, yes: false } },
    {
      words: ['-y', '--name', 'bank-prod'],
      wish: { configFile: 'deploy.yaml', plan: false, yes: true, name: 'bank-prod' },
    },
    { words: ['-c', 'bank.yaml', '--plan', '-y'], wish: { configFile: 'bank.yaml', plan: true, yes: true } },
  ])('takes $words', async ({ words, wish }) => {
    const { tools } = aDeployment();
    const wishes: unknown[] = [];

    const exitCode = await runCommand(words, async (each) => wishes.push(each) - 1, tools);

    expect(exitCode).toBe(0);
    expect(wishes).toEqual([{ kind: 'run', ...wish }]);
  });

  it('tells an option that there is not', async () => {
    const { tools, told } = aDeployment();

    expect(await runCommand(['--force'], () => Promise.reject(new Error('run')), tools)).toBe(2);

    expect(told).toEqual([expect.stringContaining("'--force'")]);
  });

  it('tells what there is', async () => {
    const { tools, told } = aDeployment();

    expect(await runCommand(['--help'], () => Promise.reject(new Error('run')), tools)).toBe(0);

    expect(told.join()).toContain('--plan');
  });

  it('makes one line of an error that nobody expected', async () => {
    const { tools, told } = aDeployment();

    expect(await runCommand([], () => Promise.reject(new Error('disk full\n  at write')), tools)).toBe(1);

    expect(told).toEqual(['disk full']);
  });

  it('says so when AWS cannot be reached half-way', async () => {
    const { tools, told } = aDeployment();
    // What Node makes of a host with two addresses that both refuse: without a message.
    const cut = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });

    expect(await runCommand([], () => Promise.reject(cut), tools)).toBe(1);

    expect(told).toEqual([expect.stringMatching(/^AWS cannot be reached from here \(ECONNREFUSED\)/)]);
  });
});
