import type { DeploymentConfig, DeploymentFacts } from '../config/deployment-config.ts';
import { namesOf, type Names } from '../names.ts';
import { outputs } from '../outputs.ts';
import type { AwsAccount } from './aws-account.ts';
import { networkProblem } from './network-problem.ts';
import { reasonOf } from './reason-of.ts';
import type { DeploymentTools } from './tools.ts';

/** A deployment that may begin: what is wanted, and the account that it is for. */
export interface Prepared {
  readonly kind: 'prepared';
  readonly config: DeploymentConfig;
  readonly names: Names;
  readonly account: AwsAccount;
  readonly accountId: string;
}

/** Reads the configuration and asks whose account the credentials are for. Changes nothing. */
export async function prepare(
  configFile: string,
  tools: DeploymentTools,
): Promise<Prepared | { readonly kind: 'refused'; readonly problems: readonly string[] }> {
  const reading = await tools.readConfig(configFile);
  if (reading.kind === 'refused') return reading;
  const { config } = reading;
  const account = tools.openAccount(config.regions.primary);
  const identity = await account.identity().catch((error: unknown) => error);
  if (!isIdentity(identity)) {
    const unreached = networkProblem(identity);
    if (unreached !== undefined) return { kind: 'refused', problems: [unreached] };
    return refused(`AWS does not know who you are: ${reasonOf(identity)}`, credentialsAdvice);
  }
  if (config.account !== undefined && config.account !== identity.account)
    return refused(
      `the credentials are for account ${identity.account}, ${configFile} is for ${config.account}`,
      'choose others (AWS_PROFILE), or change "account"',
    );
  tools.tell(`Account ${identity.account}, as ${identity.arn}`);
  const names = namesOf(config);
  const { primary, standby } = config.regions;
  for (const kind of onlyInPrimary)
    if ((await account.statusOf(names.stack(kind), standby)) !== undefined)
      return refused(
        `${names.stack(kind)} stands in ${standby}, so that is this deployment's primary Region, and ${configFile} says ${primary}`,
        `names are the same in both, so only half of it could move: write regions: { primary: ${standby}, standby: ${primary} }, or deploy under another name`,
      );
  return {
    kind: 'prepared',
    config: { ...config, account: identity.account },
    names,
    account,
    accountId: identity.account,
  };
}

/** Stacks that tell the primary Region by where they stand; the first ones there are. */
const onlyInPrimary = ['Data', 'Numbers'] as const;

/** What only a deployment that stands can tell. */
export async function readFacts({ account, config, names }: Prepared): Promise<DeploymentFacts> {
  const entry = await account.outputsOf(names.stack('Entry'), config.regions.primary);
  const rules = entry?.[outputs.voiceConnectorSipRules] ?? '';
  return { voiceConnectorSipRules: rules.split(',').filter((id) => id !== '') };
}

const credentialsAdvice = 'sign in (aws sso login), or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';

function refused(problem: string, advice: string): { readonly kind: 'refused'; readonly problems: readonly string[] } {
  return { kind: 'refused', problems: [`${problem}; ${advice}`] };
}

function isIdentity(value: unknown): value is { readonly account: string; readonly arn: string } {
  return typeof value === 'object' && value !== null && 'account' in value;
}
