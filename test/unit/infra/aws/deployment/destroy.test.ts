import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destroy } from '../../../../../infra/aws/deployment/destroy.ts';
import { aDeployment, type DeploymentStage, type StageOptions } from './deployment-fixture.ts';

const wish = { kind: 'run', configFile: 'deploy.yaml', yes: false, plan: false } as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assembly-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function aStackWith(policy: string | undefined, options: StageOptions = {}): Promise<DeploymentStage> {
  const table = { Type: 'AWS::DynamoDB::GlobalTable', ...(policy === undefined ? {} : { DeletionPolicy: policy }) };
  await writeFile(join(folder, 'bank-Data.template.json'), JSON.stringify({ Resources: { Contexts: table } }));
  return aDeployment({ ...options, synthesis: { kind: 'synthesized', folder, stacks: [] } });
}

describe('npm run destroy', () => {
  it('says what stays before it asks, and takes everything else down', async () => {
    const asked: number[] = [];
    const stage: DeploymentStage = await aStackWith('Retain', {
      ask: async () => {
        asked.push(stage.told.length);
        return true;
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
    const stage = await aStackWith(undefined, { ask: async () => false });

    expect(await destroy(wish, stage.tools)).toBe(2);

    expect(stage.commands).toEqual([]);
  });

  it('says how to go on when a stack stays', async () => {
    const stage = await aStackWith(undefined, { cdk: () => 1 });

    expect(await destroy(wish, stage.tools)).toBe(1);

    expect(stage.told.at(-1)).toContain('npm run destroy -- --config deploy.yaml');
  });
});
