import { deploy } from '../../../../../infra/aws/deployment/deploy.ts';
import { namesOf } from '../../../../../infra/aws/names.ts';
import { outputs, voiceConnectorOutputs } from '../../../../../infra/aws/outputs.ts';
import { deploymentConfig } from '../../../../support/deployment-config.ts';
import { aDeployment, type StageOptions } from './deployment-fixture.ts';

const wish = { kind: 'run', configFile: 'deploy.yaml', yes: false, plan: false } as const;
const names = namesOf(deploymentConfig());

const ordered = { [outputs.phoneNumber]: '+12065550100', [outputs.orderedAreaCode]: '206' };
const owned = { [outputs.phoneNumber]: '+12065550100' };

/** What is said before anything is asked, where these outputs of the Numbers stack stand. */
async function toldBefore(
  standing: Readonly<Record<string, string>> | undefined,
  config: NonNullable<StageOptions['config']>,
): Promise<string> {
  const stage = aDeployment({ config, ask: async () => 'no' });
  if (standing !== undefined) stage.stacks.set(names.stack('Numbers'), standing);
  await deploy(wish, stage.tools);
  return stage.told.join('\n');
}

describe('before a deployment takes the place of what callers know', () => {
  it('says which number is given back, and that calls may be lost meanwhile', async () => {
    const told = await toldBefore(ordered, { phoneNumber: { areaCode: '425' } });

    expect(told).toContain('The number +12065550100 (area 206) is given back and another one is ordered (area 425).');
    expect(told).toContain('calls may not get through');
  });

  it('says what becomes of a number that the account had already', async () => {
    expect(await toldBefore(owned, { phoneNumber: { e164: '+12065550111' } })).toContain(
      'The number +12065550100 is not answered any longer, and stays yours, and +12065550111 takes its place.',
    );
  });

  it.each([
    { what: 'the area is the same', standing: ordered, phoneNumber: { areaCode: '206' } },
    { what: 'the number is the same', standing: owned, phoneNumber: { e164: '+12065550100' } },
    { what: 'the ordered number is kept by its name', standing: ordered, phoneNumber: { e164: '+12065550100' } },
    { what: 'nothing stands yet', standing: undefined, phoneNumber: { areaCode: '206' } },
  ])('says nothing when $what', async ({ standing, phoneNumber }) => {
    expect(await toldBefore(standing, { phoneNumber })).not.toMatch(/number|calls may/);
  });

  it('says which Voice Connector goes, by the host that its contact centre knows', async () => {
    const standing = {
      ...ordered,
      [voiceConnectorOutputs('contact-center').host]: 'stays.voiceconnector.chime.aws',
      [voiceConnectorOutputs('old-desk').host]: 'goes.voiceconnector.chime.aws',
    };

    const told = await toldBefore(standing, {});

    expect(told).toContain('The Voice Connector goes.voiceconnector.chime.aws is deleted');
    expect(told).not.toContain('stays.voiceconnector');
  });
});
