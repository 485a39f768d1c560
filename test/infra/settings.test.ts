import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deployedFunctions } from '../../infra/functions.ts';
import { readSettings, settings, type SettingName } from '../../shared/env.ts';
import { resourcesOf, synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

let app: SynthesisedApp;
let beforeTheSkill: SynthesisedApp;
beforeAll(() => {
  app = synthesisedApp();
  beforeTheSkill = synthesisedApp(
    {
      alexa: { clientIds: [], businessName: 'Example Bank' },
      defaultDestination: 'pstn:+12065550100',
      voiceConnectors: [],
      reasonsWithPlace: [],
      linkedProfile: undefined,
    },
    { voiceConnectorSipRules: [] },
  );
}, 120_000);
afterAll(() => {
  app.remove();
  beforeTheSkill.remove();
});

/** What CloudFormation fills in at deployment, as it will look. */
const atDeployment: Readonly<Partial<Record<SettingName, string>>> = {
  SMA_PHONE_NUMBER: '+12065550123',
  SIP_MEDIA_APPLICATION_ID: '3f0a7c1e-52d4-4a8b-9c3e-7b1d2f6a9e01',
  DEFAULT_DESTINATION: 'voice-connector:arn:aws:chime:us-east-1:123456789012:vc/abc#support',
  VOICEMAIL_BUCKET: 'example-bank-recordings',
  CALL_RECORDINGS: 'example-bank-recordings/conversations',
  WAITING_MUSIC: 'example-bank-prompts/waiting.wav',
  RINGBACK_TONE: 'example-bank-prompts/tones/ringing.wav',
};
/** Not optional where there is nothing else to be done: the function says so itself. */
const neededToo: Readonly<Record<string, readonly string[]>> = {
  'meeting-events': ['SIP_MEDIA_APPLICATION_ID', 'CALL_COMMAND_SECRET'],
};

describe.each(deployedFunctions)('the settings of $name', ({ name, entry }) => {
  const read = settingsReadIn(entry);

  it.each(['with all that can be given', 'before the skill exists'])(
    'are all that it cannot do without, %s',
    (when) => {
      const environments = environmentsOf(when === 'before the skill exists' ? beforeTheSkill : app, name);

      expect(environments.length).toBeGreaterThan(0);
      for (const environment of environments) {
        expect(() => readSettings(read, { AWS_REGION: 'us-east-1', ...environment })).not.toThrow();
        expect(Object.keys(environment)).toEqual(expect.arrayContaining([...(neededToo[name] ?? [])]));
      }
    },
  );

  it('are none that it does not read', () => {
    const given = environmentsOf(app, name).flatMap((environment) => Object.keys(environment));

    expect(given.filter((each) => each !== 'NODE_OPTIONS' && !read.includes(each as SettingName))).toEqual([]);
  });
});

describe('the environment of a function', () => {
  it('holds no secret, only where one is to be had', () => {
    const secrets = resourcesOf(app, 'AWS::Lambda::Function').flatMap(({ stack, id, properties }) =>
      Object.entries(variablesOf(properties))
        .filter(([name, value]) => /KEYS|PASSWORD|TOKEN$/.test(name) || looksSecretIn(value))
        .map(([name]) => `${stack} ${id} ${name}`),
    );

    expect(secrets).toEqual([]);
  });

  it('knows by which SIP rules calls of the own Voice Connectors come, once they stand', () => {
    const [environment] = environmentsOf(app, 'sma');
    const [before] = environmentsOf(beforeTheSkill, 'sma');

    expect(environment).toMatchObject({ VOICE_CONNECTOR_SIP_RULES: 'rule-1' });
    expect(before).not.toHaveProperty('VOICE_CONNECTOR_SIP_RULES');
  });
});

function variablesOf(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return (properties['Environment'] as { Variables?: Record<string, unknown> } | undefined)?.Variables ?? {};
}

/** Of the function in each Region that it stands in; what is only known at deployment is made up. */
function environmentsOf(of: SynthesisedApp, name: string): readonly Readonly<Record<string, string>>[] {
  return resourcesOf(of, 'AWS::Lambda::Function')
    .filter(({ properties }) => properties['FunctionName'] === of.names.function(name))
    .map(({ properties }) =>
      Object.fromEntries(
        Object.entries(variablesOf(properties)).map(([setting, value]) => [
          setting,
          typeof value === 'string' ? value : (atDeployment[setting as SettingName] ?? JSON.stringify(value)),
        ]),
      ),
    );
}

/** Settings that the sources around an entry name. */
function settingsReadIn(entry: string): readonly SettingName[] {
  const folder = dirname(entry);
  const text = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  return (Object.keys(settings) as SettingName[]).filter((each) => text.includes(`'${each}'`));
}

/** 32 octets or more in base64 or hexadecimal digits; or what CloudFormation would put in the place of a reference to a secret. */
function looksSecretIn(value: unknown): boolean {
  if (JSON.stringify(value).includes('{{resolve:')) return true;
  return (String(value).match(/[A-Za-z0-9+/=]{40,}/g) ?? []).some((run) => /\d/.test(run) && /[a-z]/.test(run));
}
