import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destroy } from '../../../../../infra/aws/deployment/destroy.ts';
import { aDeployment, type DeploymentStage, type StageOptions } from './deployment-fixture.ts';

const wish = { kind: 'run', configFile: 'deploy.yaml', yes: false, plan: false } as const;
const prod = 'example-bank-prod';
const stacks = [`${prod}-Data`, `${prod}-Calls-us-west-2`];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assembly-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function aStackWith(policy: string | undefined, options: StageOptions = {}): Promise<DeploymentStage> {
  const table = { Type: 'AWS::DynamoDB::GlobalTable', ...(policy === undefined ? {} : { DeletionPolicy: policy }) };
  await writeFile(join(folder, 'bank-Data.template.json'), JSON.stringify({ Resources: { Contexts: table } }));
  return aDeployment({
    ...options,
    config: { environment: 'dev', ...options.config },
    synthesis: { kind: 'synthesized', folder, stacks },
  });
}

describe('npm run destroy', () => {
  it('says what stays before it asks, and takes everything else down', async () => {
    const asked: number[] = [];
    const stage: DeploymentStage = await aStackWith('Retain', {
      ask: async () => {
        asked.push(stage.told.length);
        return 'yes';
      },
    });

    expect(await destroy(wish, stage.tools)).toBe(0);

    expect(stage.told.slice(0, asked[0]).join('\n')).toContain('AWS::DynamoDB::GlobalTable  Contexts of bank-Data');
    expect(stage.commands).toEqual([`destroy ${folder} --all --force`]);
  });

  it.each([undefined, 'Delete'])('says that nothing stays of resources with deletion policy %s', async (policy) => {
    const stage = await aStackWith(policy);

    await destroy(wish, stage.tools);

    expect(stage.told).toContain('Nothing stays.');
  });

  it('only says what would stay when that is asked for', async () => {
    const stage = await aStackWith('Retain');

    expect(await destroy({ ...wish, plan: true }, stage.tools)).toBe(0);

    expect(stage.commands).toEqual([]);
  });

  it('leaves everything where it is when the answer is no', async () => {
    const stage = await aStackWith(undefined, { ask: async () => 'no' });

    expect(await destroy(wish, stage.tools)).toBe(2);

    expect(stage.commands).toEqual([]);
  });

  it('says how to go on when a stack stays', async () => {
    const stage = await aStackWith(undefined, { cdk: () => 1 });

    expect(await destroy(wish, stage.tools)).toBe(1);

    expect(stage.told.at(-1)).toContain('npm run destroy -- --config deploy.yaml');
  });

  it('says that the number is given back only when it was ordered', async () => {
    const questions: string[] = [];
    for (const phoneNumber of [{ areaCode: '206' }, { e164: '+12065550100' }])
      await destroy(
        wish,
        (
          await aStackWith(undefined, {
            config: { phoneNumber },
            ask: async (question) => `${questions.push(question)}`,
          })
        ).tools,
      );

    expect(questions.map((question) => question.includes('Its number is given back'))).toEqual([true, false]);
  });
});

describe('npm run destroy of a deployment of prod', () => {
  const config = { environment: 'prod' } as const;

  it('goes on when its name is typed, and stacks are protected no longer', async () => {
    const stage = await aStackWith('Retain', { config, ask: async () => prod });

    expect(await destroy(wish, stage.tools)).toBe(0);

    expect(stage.unprotected).toEqual([`${stacks[0]} us-east-1`, `${stacks[1]} us-west-2`]);
    expect(stage.commands).toEqual([`destroy ${folder} --all --force`]);
  });

  it('goes on without a question when yes was said by name', async () => {
    const stage = await aStackWith('Retain', { config, ask: undefined });

    expect(await destroy({ ...wish, yes: true, name: prod }, stage.tools)).toBe(0);

    expect(stage.unprotected).toHaveLength(2);
  });

  it.each([
    { what: 'yes is typed', ask: async () => 'yes', more: {}, said: 'Nothing was changed.' },
    { what: 'yes is said without its name', ask: async () => prod, more: { yes: true }, said: `--yes --name ${prod}` },
    { what: 'nobody can be asked', ask: undefined, more: {}, said: `--yes --name ${prod}` },
    {
      what: 'another one is named',
      ask: undefined,
      more: { yes: true, name: 'other-prod' },
      said: '--name says other-prod',
    },
  ])('leaves everything protected where it is when $what', async ({ ask, more, said }) => {
    const stage = await aStackWith('Retain', { config, ask });

    expect(await destroy({ ...wish, ...more }, stage.tools)).toBe(2);

    expect(stage.told.at(-1)).toContain(said);
    expect({ commands: stage.commands, unprotected: stage.unprotected }).toEqual({ commands: [], unprotected: [] });
  });

  it('says that the next deployment under its name finds the tables', async () => {
    const stage = await aStackWith('RetainExceptOnCreate', { config });

    await destroy({ ...wish, plan: true }, stage.tools);

    expect(stage.told.join('\n')).toContain(`a deployment as ${prod} finds them taken`);
  });
});
