import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Secrets } from '../../ports/secrets.ts';
import type { SecretsManagerOptions } from './secrets-manager.ts';

/** What imports this file loads the SDK's client: `secretsManager` does so only when it must. Errors are the SDK's. */
export function secretsOf(options: SecretsManagerOptions): Secrets {
  const { region, requestTimeoutMs = 400, connectionTimeoutMs = 300, maxAttempts = 2 } = options;
  const client = new SecretsManagerClient({
    region,
    maxAttempts,
    requestHandler: {
      requestTimeout: requestTimeoutMs,
      connectionTimeout: connectionTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });

  return {
    async read(name, { signal } = {}) {
      const { SecretString } = await client.send(
        new GetSecretValueCommand({ SecretId: name }),
        signal === undefined ? {} : { abortSignal: signal },
      );
      if (SecretString === undefined) throw new TypeError('the secret is binary: store it as text');
      return SecretString;
    },
  };
}
