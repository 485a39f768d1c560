import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../infra/aws/app.ts';
import { deploymentFunctions, webBundle } from '../../infra/aws/bundles.ts';
import { namesOf } from '../../infra/aws/names.ts';
import { deployedFunctions } from '../../infra/functions.ts';
import { deploymentConfig } from '../support/deployment-config.ts';
import { grantsIn, type SynthesisedTemplate } from '../support/granted-actions.ts';
import { commandsOf } from '../support/sdk-commands.ts';
import { beyondTheCode, ofTheRuntime, widerResources } from './iam-exceptions.ts';

const config = deploymentConfig();
const { function: nameOf } = namesOf(config);
const bundles = [...deployedFunctions, ...deploymentFunctions];
/** One bundle runs in several stacks, and makes in each what that stack has. */
const provider = 'chime-provider';
const providerSources: Readonly<Record<string, string>> = {
  'Custom::ChimePhoneNumber': 'infra/aws/chime-provider/phone-number.ts',
  'Custom::SipMediaApplication': 'infra/aws/chime-provider/sip-media-application.ts',
  'Custom::SipRule': 'infra/aws/chime-provider/sip-rule.ts',
  'Custom::VoiceConnector': 'infra/aws/chime-provider/voice-connector.ts',
  'Custom::VoiceConnectorLogging': 'infra/aws/chime-provider/voice-connector-logging.ts',
};

/** Of the key in each Region (AWS Secrets Manager user guide, troubleshoot replication). */
const writesSecrets = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'];

const code = mkdtempSync(join(tmpdir(), 'iam-'));
writeFileSync(join(code, 'index.mjs'), 'export const handler = () => {};\n');
const outdir = mkdtempSync(join(tmpdir(), 'iam-'));
const app = createApp({
  config,
  facts: { voiceConnectorSipRules: ['rule-1'] },
  bundles: new Map([...bundles.map(({ name }) => name), webBundle].map((name) => [name, code])),
  outdir,
});
const stacks = app.synth().stacksRecursively;
const functions = stacks.flatMap(({ stackName, template }) => {
  const types = Object.values((template as SynthesisedTemplate).Resources).map(({ Type }) => Type);
  return grantsIn(stackName, template as SynthesisedTemplate).map((each) => ({
    ...each,
    ...sourcesOf(each.functionName, types),
  }));
});

const secretKeys = stacks.flatMap(({ template }) =>
  Object.values((template as SynthesisedTemplate).Resources)
    .filter(({ Type }) => Type === 'AWS::SecretsManager::Secret')
    .flatMap(keysOfSecret),
);

for (const each of [code, outdir]) rmSync(each, { recursive: true });

describe('what functions may do', () => {
  it('is looked at for every bundle that is deployed', () => {
    expect(new Set(functions.map(({ bundle }) => bundle))).toEqual(new Set(bundles.map(({ name }) => name)));
  });

  it.each(functions)(
    'is what the code of $functionName sends, in $stack: no less, and no more',
    async ({ grants, entries }) => {
      const sent = await Promise.all(entries.map(async (entry) => [...(await commandsOf(entry))]));

      const needed = [...sent.flat(), ...entries.flatMap((entry) => Object.keys(beyondTheCode[entry] ?? {}))];
      const granted = grants.map(({ action }) => action).filter((action) => !(action in ofTheRuntime));
      expect(sorted(granted)).toEqual(sorted([...needed, ...keyActions(needed)]));
    },
  );

  it.each(functions)(
    'is named in $functionName, in $stack, where the service can name it',
    ({ bundle, grants, managedPolicies }) => {
      const listed = { ...widerResources[bundle], ...ofTheRuntime };

      const wide = grants.filter(({ action, resource }) => isWide(resource) && !(action in listed));

      expect(wide).toEqual([]);
      expect(grants.filter(({ action }) => isWide(action))).toEqual([]);
      expect(managedPolicies).toEqual([]);
    },
  );

  it.each(secretKeys)(
    'reaches in $region the key of $secret for who writes it: Secrets Manager brings it there in their name',
    ({ region, key }) => {
      const writers = functions.filter(({ grants }) =>
        grants.some(({ action }) => action === 'secretsmanager:PutSecretValue'),
      );

      expect(writers).toHaveLength(1);
      for (const { grants } of writers) {
        const granted = grants.filter(
          ({ resource, via }) => resource === key && via?.includes(`secretsmanager.${region}.amazonaws.com`) === true,
        );
        expect(sorted(granted.map(({ action }) => action))).toEqual(writesSecrets);
      }
    },
  );

  it('reaches keys by way of the services that use them, and never by itself', () => {
    const direct = functions.flatMap(({ grants }) =>
      grants.filter(({ action, via }) => action.startsWith('kms:') && via === undefined),
    );

    expect(direct).toEqual([]);
  });

  it.each(Object.keys(widerResources))('is wider in %s where a reason is given, and there only', (name) => {
    const grants = functions.filter(({ bundle }) => bundle === name).flatMap((each) => each.grants);

    const wide = grants.filter(({ resource }) => isWide(resource)).map(({ action }) => action);
    expect(sorted(wide.filter((action) => !(action in ofTheRuntime)))).toEqual(
      sorted(Object.keys(widerResources[name] ?? {})),
    );
  });
});

function sourcesOf(
  functionName: string,
  types: readonly string[],
): { readonly bundle: string; readonly entries: readonly string[] } {
  const own = bundles.find(({ name }) => nameOf(name) === functionName);
  if (own !== undefined) return { bundle: own.name, entries: [own.entry] };
  if (!functionName.startsWith(nameOf('chime-'))) throw new Error(`${functionName}: nobody knows whose code it runs`);
  const entries = Object.entries(providerSources).filter(([type]) => types.includes(type));
  return { bundle: provider, entries: entries.map(([, entry]) => entry) };
}

function isWide(text: string): boolean {
  return /[*?]/.test(text);
}

function sorted(actions: readonly string[]): readonly string[] {
  return [...new Set(actions)].sort();
}

/** What is encrypted with the deployment's key is read by who may decrypt, and a secret written by who may do all that a replica needs, too. */
function keyActions(actions: readonly string[]): readonly string[] {
  return [
    ...(actions.some((each) => /^(?:dynamodb|secretsmanager):/.test(each)) ? ['kms:Decrypt'] : []),
    ...(actions.includes('secretsmanager:PutSecretValue') ? writesSecrets : []),
  ];
}

/** The key of each Region that a secret is in, as the template names it. */
function keysOfSecret({ Properties = {} }: { readonly Properties?: Readonly<Record<string, unknown>> }): readonly {
  readonly secret: string;
  readonly region: string;
  readonly key: string;
}[] {
  const replicas = Properties['ReplicaRegions'] as readonly { readonly Region: string; readonly KmsKeyId: unknown }[];
  return [{ Region: config.regions.primary, KmsKeyId: Properties['KmsKeyId'] }, ...replicas].map((each) => ({
    secret: String(Properties['Name']),
    region: each.Region,
    key: JSON.stringify(each.KmsKeyId),
  }));
}
