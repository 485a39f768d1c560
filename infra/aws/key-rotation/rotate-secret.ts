import * as z from 'zod';
import {
  firstKeyRing,
  follows,
  hasNext,
  keyRingText,
  readKeyRing,
  rotated,
  type KeyRing,
  type RandomBytes,
} from './key-ring.ts';
import { RotationError } from './rotation-error.ts';
import type { SecretVersion, SecretVersions } from './secret-versions.ts';

export interface RotationOptions {
  readonly versions: SecretVersions;
  readonly randomBytes: RandomBytes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Between two rotations, at the least. A key leaves the secret one rotation after it signed last, and an id is believed for the hour of
 * its context and five minutes of clocks that differ; functions read the secret every five minutes, so that they sign with
 * the old key, and are without the new one, for as long. That is 70 minutes; what a replica and a retry take on top is less
 * than these two hours. The schedule's own interval is far longer: this is for rotations that somebody asks for.
 */
export const shortestIntervalMs = 2 * 60 * 60 * 1000;

/** AWS Secrets Manager user guide, rotation by Lambda function: what the function is invoked with, four times a rotation. */
const eventSchema = z.object({
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
  SecretId: z.string().min(1),
  ClientRequestToken: z.string().min(1),
});

/**
 * Carries out one step of a rotation. Each may come again, late, or after one that should have been last: what is done already stays
 * as it is, and what cannot be done yet is refused.
 * @throws RotationError when the step cannot be done; the keys in force stay in force then.
 */
export async function rotateSecret(given: unknown, { versions, randomBytes, now }: RotationOptions): Promise<void> {
  const event = eventSchema.safeParse(given);
  if (!event.success)
    throw new RotationError(
      'this is no event of a Secrets Manager rotation: only Secrets Manager invokes this function',
    );
  const { Step: step, SecretId: secret, ClientRequestToken: id } = event.data;
  const { labels, lastRotatedAt } = await versions.describe(secret);
  if (labels.get(id)?.includes('AWSCURRENT') === true) return;
  if (labels.get(id)?.includes('AWSPENDING') !== true)
    throw new RotationError(`${step}: the version is not pending, so this rotation is over; start another`);

  switch (step) {
    case 'createSecret': {
      if ((await versions.version(secret, id)) !== undefined) return;
      const current = await versions.current(secret);
      const ring = ringOf(current);
      if (ring !== undefined && hasNext(ring)) refuseTooSoon(now(), [lastRotatedAt, current?.createdAt]);
      const next = ring === undefined ? firstKeyRing(randomBytes) : rotated(ring, randomBytes);
      return versions.putPending(secret, id, keyRingText(next));
    }
    case 'setSecret':
      // Nobody else keeps these keys: the functions read them from the secret itself.
      return;
    case 'testSecret':
      await successor(versions, secret, id);
      return;
    case 'finishSecret':
      return versions.makeCurrent(secret, id, (await successor(versions, secret, id)).instead);
  }
}

/** Sees that the pending version may follow the one in force. */
async function successor(
  versions: SecretVersions,
  secret: string,
  id: string,
): Promise<{ instead: string | undefined }> {
  const pending = await versions.version(secret, id);
  const after = ringOf(pending);
  if (after === undefined) throw new RotationError('the pending version holds no keys yet: createSecret comes first');
  const current = await versions.current(secret);
  const before = ringOf(current);
  if (before !== undefined && !follows(after, before))
    throw new RotationError(
      'the keys in force were changed after these were made: take the label AWSPENDING off this version, and rotate again',
    );
  return { instead: current?.id };
}

/** Undefined: there are no keys yet. */
function ringOf(version: SecretVersion | undefined): KeyRing | undefined {
  const read = version === undefined ? ({ kind: 'empty' } as const) : readKeyRing(version.text);
  if (read.kind === 'unreadable')
    throw new RotationError(
      'a version of the secret is not in the form of CONTEXT_SIGNING_KEYS: put keys in that form in its place, or {} to have new ones made',
    );
  return read.kind === 'ring' ? read.ring : undefined;
}

function refuseTooSoon(now: number, changes: readonly (number | undefined)[]): void {
  const last = Math.max(...changes.map((at) => at ?? -Infinity));
  if (now - last < shortestIntervalMs)
    throw new RotationError(
      `the keys changed less than ${shortestIntervalMs / 60_000} minutes ago: what they signed before has not expired; rotate later`,
    );
}
