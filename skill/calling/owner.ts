import { createHash } from 'node:crypto';

/**
 * Whose a call context is: a digest of the customer's Alexa user id, 64 hexadecimal digits. The same customer has the same one for as
 * long as the skill is enabled, and it cannot be turned back. Undefined when Alexa gave no user.
 */
export function ownerOf(userId: string): string | undefined {
  return userId === '' ? undefined : createHash('sha256').update(`owner:${userId}`).digest('hex');
}
