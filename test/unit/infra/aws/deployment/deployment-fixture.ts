import type { DeploymentConfig, DeploymentFacts } from '../../../../../infra/aws/config/deployment-config.ts';
import type { AwsAccount } from '../../../../../infra/aws/deployment/aws-account.ts';
import type { DeploymentTools } from '../../../../../infra/aws/deployment/tools.ts';
import type { Synthesis } from '../../../../../infra/aws/synthesize.ts';
import { deploymentConfig } from '../../../../support/deployment-config.ts';

export const accountId = '123456789012';

type Outputs = Readonly<Record<string, string>>;

/** An account, CDK and a terminal that note what is done with them. */
export interface DeploymentStage {
  readonly tools: DeploymentTools;
  readonly told: string[];
  /** CDK's command lines, without the folder. */
  readonly commands: string[];
  readonly synthesized: DeploymentFacts[];
  /** Outputs of stacks that stand, by name. */
  readonly stacks: Map<string, Outputs>;
  /** Stacks that may be deleted from now on, with their Regions. */
  readonly unprotected: string[];
}

export interface StageOptions {
  readonly config?: Partial<DeploymentConfig>;
  readonly account?: Partial<AwsAccount>;
  readonly synthesis?: Synthesis;
  /** What CDK does, and its exit code. */
  readonly cdk?: (command: string, stacks: Map<string, Outputs>) => number;
  readonly ask?: DeploymentTools['ask'];
}

export function aDeployment(options: StageOptions = {}): DeploymentStage {
  const told: string[] = [];
  const commands: string[] = [];
  const synthesized: DeploymentFacts[] = [];
  const stacks = new Map<string, Outputs>();
  const unprotected: string[] = [];
  const account: AwsAccount = {
    identity: async () => ({ account: accountId, arn: `arn:aws:iam::${accountId}:user/operator` }),
    bootstrapVersion: async () => 28,
    outputsOf: async (stack) => stacks.get(stack),
    statusOf: async () => undefined,
    liftTerminationProtection: async (stack, region) => void unprotected.push(`${stack} ${region}`),
    ...options.account,
  };
  const tools: DeploymentTools = {
    readConfig: async () => ({ kind: 'read', config: deploymentConfig(options.config) }),
    openAccount: () => account,
    synthesize: async (_config, facts) => {
      synthesized.push(facts);
      return options.synthesis ?? { kind: 'synthesized', folder: 'assembly', stacks: [] };
    },
    runCdk: async (words) => {
      const command = words
        .filter((word) => !['--app', 'assembly', '--progress', 'events', '--method', 'template'].includes(word))
        .join(' ');
      commands.push(command);
      return options.cdk?.(command, stacks) ?? 0;
    },
    ask: 'ask' in options ? options.ask : async () => 'y',
    tell: (line) => void told.push(line),
  };
  return { tools, told, commands, synthesized, stacks, unprotected };
}
