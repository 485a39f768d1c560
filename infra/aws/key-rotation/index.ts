import { randomBytes } from 'node:crypto';
import { rotateSecret, type RotationOptions } from './rotate-secret.ts';
import { secretsManagerVersions } from './secrets-manager-versions.ts';

const options: RotationOptions = { versions: secretsManagerVersions(), randomBytes, now: () => Date.now() };

/** Invoked by Secrets Manager for each step of a rotation. */
export async function handler(event: unknown): Promise<void> {
  await rotateSecret(event, options);
}
