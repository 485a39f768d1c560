import { deploy } from '../../../../../infra/aws/deployment/deploy.ts';
import { namesOf } from '../../../../../infra/aws/names.ts';
import { outputs } from '../../../../../infra/aws/outputs.ts';
import { deploymentConfig } from '../../../../support/deployment-config.ts';
import { accountId, aDeployment } from './deployment-fixture.ts';

const wish = { kind: 'run', configFile: 'deploy.yaml', yes: false, plan: false } as const;
const config = deploymentConfig();
const names = namesOf(config);
const { primary, standby } = config.regions;
const everything = 'deploy --all --require-approval never';
const theCallsStacks = `deploy --exclusively ${names.stack('Calls', primary)} ${names.stack('Calls', standby)} --require-approval never`;

describe('npm run deploy', () => {
  it('deploys all stacks, and tells what stands and what is left to do', async () => {
    const stage = aDeployment({
      cdk: (_command, stacks) => {
        stacks.set(names.stack('Numbers'), { [outputs.phoneNumber]: '+12065550100' });
        stacks.set(names.stack('Skill'), { [outputs.skillFunctionArn]: 'arn:aws:lambda:us-east-1:1:function:skill' });
        return 0;
      },
    });

    const exitCode = await deploy(wish, stage.tools);

    expect(exitCode).toBe(0);
    expect(stage.commands).toEqual([everything]);
    const text = stage.told.join('\n');
    expect(text).toContain(`Account ${accountId}`);
    expect(text).toContain('+12065550100');
    expect(text).toContain('--function-arn arn:aws:lambda:us-east-1:1:function:skill');
    expect(text).toContain(`ROUTING_TABLES_TABLE=${names.routingTablesTable}`);
    expect(text).toContain(config.alarms.email);
  });

  it('deploys the functions a second time when rules are new that they have to know', async () => {
    const stage = aDeployment({
      cdk: (_command, stacks) => {
        stacks.set(names.stack('Entry'), { [outputs.voiceConnectorSipRules]: 'rule-b,rule-a' });
        return 0;
      },
    });

    const exitCode = await deploy(wish, stage.tools);

    expect(exitCode).toBe(0);
    expect(stage.commands).toEqual([everything, theCallsStacks]);
    expect(stage.synthesized).toEqual([
      { voiceConnectorSipRules: [] },
      { voiceConnectorSipRules: ['rule-b', 'rule-a'] },
    ]);
  });

  it('needs no second round once they know', async () => {
    const stage = aDeployment();
    stage.stacks.set(names.stack('Entry'), { [outputs.voiceConnectorSipRules]: 'rule-a' });

    await deploy(wish, stage.tools);

    expect(stage.commands).toEqual([everything]);
    expect(stage.synthesized).toEqual([{ voiceConnectorSipRules: ['rule-a'] }]);
  });

  it('sets CDK up in the Regions where that has not been done, before anything else', async () => {
    const stage = aDeployment({
      account: { bootstrapVersion: async (region) => (region === standby ? undefined : 28) },
    });

    await deploy(wish, stage.tools);

    expect(stage.commands).toEqual([`bootstrap aws://${accountId}/${standby}`, everything]);
  });

  it('deploys nothing when CDK cannot be set up', async () => {
    const stage = aDeployment({ account: { bootstrapVersion: async () => 5 }, cdk: () => 1 });

    expect(await deploy(wish, stage.tools)).toBe(1);

    expect(stage.commands).toEqual([`bootstrap aws://${accountId}/${primary}`]);
  });

  it('says what stands and how to go on when a stack fails', async () => {
    const stage = aDeployment({ cdk: () => 1 });

    expect(await deploy(wish, stage.tools)).toBe(1);

    expect(stage.told.at(-1)).toContain('npm run deploy -- --config deploy.yaml');
  });

  it('says how much concurrency it needs when a stack fails, for new accounts have little', async () => {
    const stage = aDeployment({
      cdk: () => 1,
      config: { concurrency: { skill: 20, sma: 50, console: 10, routing: 10 } },
    });

    await deploy(wish, stage.tools);

    expect(stage.told.join('\n')).toContain('Ask for 210 in both Regions');
  });

  it.each([
    { environment: 'prod', unprotected: [`${names.stack('Calls', standby)} ${standby}`] },
    { environment: 'dev', unprotected: [] },
  ] as const)(
    'makes a stack of $environment anew that could not be made the last time',
    async ({ environment, unprotected }) => {
      const stacks = [names.stack('Data'), names.stack('Calls', standby)];
      const stage = aDeployment({
        config: { environment },
        synthesis: { kind: 'synthesized', folder: 'assembly', stacks },
        account: {
          statusOf: async (stack, region) =>
            region !== standby ? 'UPDATE_ROLLBACK_COMPLETE' : stack === stacks[1] ? 'ROLLBACK_COMPLETE' : undefined,
        },
      });

      expect(await deploy(wish, stage.tools)).toBe(0);

      expect(stage.unprotected).toEqual(unprotected);
    },
  );

  it('tells who has no skill yet how to come by its id, for the function needs it first', async () => {
    const { skillId: _id, ...alexa } = config.alexa;
    const stage = aDeployment({ config: { alexa } });

    await deploy(wish, stage.tools);

    const text = stage.told.join('\n');
    expect(text).toMatch(/1\. Make the skill: npm run skill-package/);
    expect(text).toMatch(/2\. Write that id as alexa\.skillId into deploy\.yaml/);
    expect(text).not.toContain('--function-arn');
  });

  it('only shows what would change when that is asked for', async () => {
    const stage = aDeployment();

    expect(await deploy({ ...wish, plan: true }, stage.tools)).toBe(0);

    expect(stage.commands).toEqual(['diff']);
  });

  it.each([
    { who: 'the answer is no', ask: async () => 'no', said: 'Nothing was changed.' },
    { who: 'nobody can be asked', ask: undefined, said: expect.stringContaining('--yes') },
  ])('changes nothing when $who', async ({ ask, said }) => {
    const stage = aDeployment({ ask });

    expect(await deploy(wish, stage.tools)).toBe(2);

    expect(stage.commands).toEqual([]);
    expect(stage.told.at(-1)).toEqual(said);
  });

  it('asks nothing when yes was said before', async () => {
    const stage = aDeployment({ ask: undefined });

    expect(await deploy({ ...wish, yes: true }, stage.tools)).toBe(0);
  });

  it('tells every mistake of the configuration, and asks AWS nothing', async () => {
    const stage = aDeployment({ account: { identity: () => Promise.reject(new Error('asked')) } });

    const exitCode = await deploy(wish, {
      ...stage.tools,
      readConfig: async () => ({ kind: 'refused', problems: ['deploy.yaml:3 name: …', 'deploy.yaml:9 alarms: …'] }),
    });

    expect(exitCode).toBe(2);
    expect(stage.told).toEqual(['deploy.yaml:3 name: …', 'deploy.yaml:9 alarms: …']);
  });

  it('says what to do without credentials', async () => {
    const stage = aDeployment({
      account: { identity: () => Promise.reject(new Error('Could not load credentials from any providers')) },
    });

    expect(await deploy(wish, stage.tools)).toBe(2);

    expect(stage.told).toEqual([expect.stringMatching(/Could not load credentials.*AWS_PROFILE/)]);
  });

  it.each(['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT'])(
    'tells a network that is cut from credentials that are missing: %s',
    async (code) => {
      const cut = Object.assign(new Error(`${code} sts.us-east-1.amazonaws.com`), { code });
      const stage = aDeployment({ account: { identity: () => Promise.reject(cut) } });

      expect(await deploy(wish, stage.tools)).toBe(2);

      expect(stage.told).toEqual([expect.stringMatching(/^AWS cannot be reached from here .*network/)]);
      expect(stage.told.join()).not.toContain('AWS_PROFILE');
    },
  );

  it('does not move to another primary Region, for half of it would stay', async () => {
    const stage = aDeployment({
      account: {
        statusOf: async (stack, region) =>
          stack === names.stack('Data') && region === standby ? 'CREATE_COMPLETE' : undefined,
      },
    });

    expect(await deploy(wish, stage.tools)).toBe(2);

    expect(stage.told.at(-1)).toContain(`${names.stack('Data')} stands in ${standby}`);
    expect(stage.told.at(-1)).toContain(`regions: { primary: ${standby}, standby: ${primary} }`);
    expect(stage.synthesized).toEqual([]);
  });

  it('goes into no other account than the one that the configuration names', async () => {
    const stage = aDeployment({ config: { account: '999999999999' } });

    expect(await deploy(wish, stage.tools)).toBe(2);

    expect(stage.told).toEqual([expect.stringContaining(`for account ${accountId}, deploy.yaml is for 999999999999`)]);
  });

  it('deploys nothing that its own checks refuse', async () => {
    const stage = aDeployment({ synthesis: { kind: 'refused', problems: ['AwsSolutions-S1: …'] } });

    expect(await deploy(wish, stage.tools)).toBe(2);

    expect(stage.told).toContain('AwsSolutions-S1: …');
    expect(stage.commands).toEqual([]);
  });
});
