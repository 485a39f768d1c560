import { App, Tags, Validations, type StackProps } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Bundles } from './bundles.ts';
import type { DeploymentConfig, DeploymentFacts } from './config/deployment-config.ts';
import { namesOf, type StackKind } from './names.ts';
import { deployWithNumbers, numbersMark } from './numbers-mark.ts';
import { OperationsStack } from './operations/operations-stack.ts';
import { regionsOf } from './settings.ts';
import { tagsOf } from './stacks/bridge-stack.ts';
import { CallsStack } from './stacks/calls-stack.ts';
import { ConsoleStack } from './stacks/console-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EntryStack } from './stacks/entry-stack.ts';
import { KeysStack } from './stacks/keys-stack.ts';
import { NumbersStack } from './stacks/numbers-stack.ts';
import { SkillStack } from './stacks/skill-stack.ts';

export interface AppOptions {
  readonly config: DeploymentConfig;
  /** What only an earlier deployment knows; nothing, the first time. */
  readonly facts: DeploymentFacts;
  /** The code of every function, built. */
  readonly bundles: Bundles;
  /** Receives the cloud assembly. Default: a temporary folder. */
  readonly outdir?: string;
}

const context = {
  // The CDK's own rules for templates count as cdk-nag's do. What is found stands in a report, which `synthesize` reads.
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:failSynthOnValidationErrors': false,
  // What another stack uses can still change, and is read from the other Region, too (the CDK's README, Reference strength).
  '@aws-cdk/core:defaultCrossStackReferences': 'weak',
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/aws-lambda:recognizeLayerVersion': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
};

/**
 * Every stack of a deployment. What stands in both Regions has the Region in its name; the rest is in the primary one. Keys come
 * first, then what is kept, then what answers calls, and last what lets calls in.
 */
export function createApp({ config, facts, bundles, outdir }: AppOptions): App {
  const app = new App({ context, analyticsReporting: false, ...(outdir === undefined ? {} : { outdir }) });
  const names = namesOf(config);
  const [primary, standby] = regionsOf(config);
  const common = { config, names, bundles };
  const props = (kind: StackKind, region: string): StackProps & { readonly env: { readonly region: string } } => ({
    env: { region, ...(config.account === undefined ? {} : { account: config.account }) },
    terminationProtection: config.environment === 'prod',
    description: `${names.prefix}: ${about[kind]}`,
  });
  const id = (kind: StackKind, region?: string): string => names.stack(kind, region);

  const keys = new KeysStack(app, id('Keys', primary), { ...props('Keys', primary), config, names });
  const standbyKeys = new KeysStack(app, id('Keys', standby), {
    ...props('Keys', standby),
    config,
    names,
    primary: keys,
  });
  const data = new DataStack(app, id('Data'), {
    ...props('Data', primary),
    ...common,
    keys: { primary: keys, standby: standbyKeys },
  });
  const numbers = new NumbersStack(app, id('Numbers'), { ...props('Numbers', primary), ...common, keys });
  const callsIn = (region: string, regionKeys: KeysStack): CallsStack => {
    const stack = new CallsStack(app, id('Calls', region), {
      ...props('Calls', region),
      ...common,
      facts,
      keys: regionKeys,
      numbers,
    });
    stack.addStackDependency(data, 'its functions know tables and secrets by name alone');
    return stack;
  };
  const calls = callsIn(primary, keys);
  const standbyCalls = callsIn(standby, standbyKeys);
  const skill = new SkillStack(app, id('Skill'), { ...props('Skill', primary), ...common, keys, numbers, calls });
  const console = new ConsoleStack(app, id('Console'), {
    ...props('Console', primary),
    ...common,
    keys,
    calls: [calls, standbyCalls],
  });
  const operations = (
    [
      [primary, keys, [calls, skill, console]],
      [standby, standbyKeys, [standbyCalls]],
    ] as const
  ).map(([region, { key }, watched]) => {
    const [{ sipMediaApplication }] = watched;
    const stack = new OperationsStack(app, id('Operations', region), {
      ...props('Operations', region),
      config,
      names,
      region,
      key,
      bundles,
      ...(config.alarms.runbookUrl === undefined ? {} : { runbook: config.alarms.runbookUrl }),
      bridge: {
        sipMediaApplicationId: sipMediaApplication.applicationId,
        sipMediaApplicationArn: sipMediaApplication.arn,
        phoneNumber: numbers.phoneNumber,
      },
    });
    for (const each of watched) stack.addStackDependency(each, 'its log groups are known by name alone');
    return stack;
  });
  const entry = new EntryStack(app, id('Entry'), {
    ...props('Entry', primary),
    ...common,
    keys,
    numbers,
    calls: [
      { region: primary, stack: calls },
      { region: standby, stack: standbyCalls },
    ],
  });
  for (const each of operations) entry.addStackDependency(each, 'alarms stand before calls come in');
  for (const each of [calls, standbyCalls, skill, ...operations, entry]) deployWithNumbers(each, numbersMark(config));

  for (const [tag, value] of Object.entries(tagsOf(config))) Tags.of(app).add(tag, value);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

const about: Readonly<Record<StackKind, string>> = {
  Keys: 'the key that everything in this Region is encrypted with',
  Data: 'call contexts, routing tables, call records, drafts and signing keys, in both Regions',
  Numbers: 'the telephone number and the Voice Connectors',
  Calls: 'what answers calls in this Region',
  Entry: 'the SIP rules that let calls in',
  Skill: 'what answers Alexa',
  Console: 'the console, its API, and who may use them',
  Operations: 'alarms and the dashboard of this Region',
};
