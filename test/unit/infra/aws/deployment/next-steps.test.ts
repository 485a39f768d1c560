import { deploy } from '../../../../../infra/aws/deployment/deploy.ts';
import { namesOf } from '../../../../../infra/aws/names.ts';
import { outputs } from '../../../../../infra/aws/outputs.ts';
import { deploymentConfig } from '../../../../support/deployment-config.ts';
import { aDeployment, type StageOptions } from './deployment-fixture.ts';

const wish = { kind: 'run', configFile: 'deploy.yaml', yes: true, plan: false } as const;
const config = deploymentConfig();
const names = namesOf(config);
const { primary, standby } = config.regions;

async function toldAfter(options: StageOptions = {}): Promise<string> {
  const stage = aDeployment(options);
  stage.stacks.set(names.stack('Console'), { [outputs.userPoolId]: 'us-east-1_people' });
  for (const region of [primary, standby])
    stage.stacks.set(names.stack('Calls', region), { [outputs.promptsBucket]: `prompts-${region}` });
  await deploy(wish, stage.tools);
  return stage.told.join('\n');
}

describe('what is left to do after a deployment', () => {
  it('is to put prompts that functions name into the bucket of each Region', async () => {
    const text = await toldAfter({ config: { prompts: { waitingMusic: 'waiting.wav' } } });

    expect(text).toContain(`s3://prompts-${primary}/waiting.wav --region ${primary}`);
    expect(text).toContain(`s3://prompts-${standby}/waiting.wav --region ${standby}`);
  });

  it('is nothing with buckets where no prompts are named', async () => {
    expect(await toldAfter({ config: { prompts: {} } })).not.toContain('s3://');
  });

  it('is to make the first operator', async () => {
    const text = await toldAfter();

    expect(text).toMatch(/admin-create-user --region us-east-1 --user-pool-id us-east-1_people/);
    expect(text).toMatch(/admin-add-user-to-group .*--group-name operator/);
  });
});
