import type { DeploymentConfig, DeploymentFacts } from '../config/deployment-config.ts';
import type { Synthesis } from '../synthesize.ts';
import type { AwsAccount } from './aws-account.ts';
import type { RunCdk } from './cdk.ts';

/** What could be read of a configuration file. */
export type ConfigReading =
  | { readonly kind: 'read'; readonly config: DeploymentConfig }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** What `deploy` and `destroy` work with. */
export interface DeploymentTools {
  readonly readConfig: (file: string) => Promise<ConfigReading>;
  readonly openAccount: (region: string) => AwsAccount;
  readonly synthesize: (config: DeploymentConfig, facts: DeploymentFacts) => Promise<Synthesis>;
  readonly runCdk: RunCdk;
  /** What is typed in answer, without blanks around it. Undefined where nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly tell: (line: string) => void;
}
