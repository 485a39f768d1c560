import { BridgeError } from '../../errors.ts';
import type { Secrets } from '../../ports/secrets.ts';

export interface SecretsManagerOptions {
  /** The AWS Region that keeps the secrets: "us-east-1". */
  readonly region: string;
  /** From sending a request to the end of its answer, per attempt; 400 by default. */
  readonly requestTimeoutMs?: number;
  /** For opening a connection; 300 by default. */
  readonly connectionTimeoutMs?: number;
  /** The first attempt included, 1 or more; 2 by default. */
  readonly maxAttempts?: number;
}

/**
 * Secrets of AWS Secrets Manager. Its client is loaded with the first secret, and kept: a function whose keys are in its
 * settings never loads it. `AWS_ENDPOINT_URL_SECRETS_MANAGER` in the environment sends it elsewhere.
 */
export function secretsManager(options: SecretsManagerOptions): Secrets {
  let client: Promise<Secrets> | undefined;
  return {
    async read(name, call) {
      try {
        client ??= import('./secrets-manager-client.ts').then(({ secretsOf }) => secretsOf(options));
        return await (await client).read(name, call);
      } catch (error) {
        throw new BridgeError('store-unavailable', 'Secrets Manager did not give a secret', { cause: error });
      }
    },
  };
}
