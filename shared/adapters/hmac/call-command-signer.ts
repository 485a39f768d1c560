import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  callCommandArgumentsSchema,
  callCommandSchema,
  type CallCommandArguments,
} from '../../contracts/call-command.ts';
import { BridgeError } from '../../errors.ts';
import type { CallCommandSigner } from '../../ports/call-commands.ts';
import type { Ids } from '../../ports/ids.ts';
import { sourceOf, type SigningKeySource } from './signing-key-source.ts';
import type { SigningKeys } from './signing-keys.ts';

const validMs = 60_000;
/** How far the console's clock may be ahead of the call's. */
const toleratedSkewMs = 30_000;
/** What these keys sign, so that nothing signed for another purpose is ever a command. */
const purpose = 'call-command';

export interface HmacCallCommandSignerOptions {
  readonly keys: SigningKeys | SigningKeySource;
  readonly ids: Ids;
}

/**
 * Commands signed with HMAC-SHA-256 over all that they say and the call that they are for. A signature is good for a minute: within
 * it the same command may arrive twice, and is known again by its commandId.
 */
export function hmacCallCommandSigner({ keys, ids }: HmacCallCommandSignerOptions): CallCommandSigner {
  const source = sourceOf(keys);
  return {
    ready(received, signal) {
      const read = callCommandArgumentsSchema.safeParse(received);
      return source.ready(read.success ? keyIdOf(read.data) : undefined, signal);
    },

    sign(transactionId, command, now) {
      const unsigned = { ...command, commandId: ids.uuid(), issuedAt: String(now) };
      const atHand = source.atHand();
      const signed = atHand && signature(atHand, atHand.current, transactionId, unsigned);
      if (signed === undefined)
        throw new BridgeError('store-unavailable', 'there is no key at hand to sign a command with');
      return { ...unsigned, signature: signed };
    },

    check(transactionId, received, now) {
      const read = callCommandArgumentsSchema.safeParse(received);
      if (!read.success) return { kind: 'refused', because: 'malformed' };
      const { command: name, destination, meetingId, attendeeId, happenedAt, commandId, issuedAt } = read.data;
      const command = callCommandSchema.safeParse({
        command: name,
        ...(destination === undefined ? {} : { destination }),
        ...(meetingId === undefined ? {} : { meetingId }),
        ...(attendeeId === undefined ? {} : { attendeeId }),
        ...(happenedAt === undefined ? {} : { happenedAt }),
      });
      if (!command.success) return { kind: 'refused', because: 'malformed' };
      const atHand = source.atHand();
      const expected = atHand && signature(atHand, keyIdOf(read.data), transactionId, read.data);
      if (expected === undefined) return { kind: 'refused', because: source.mayBeBehind() ? 'unverifiable' : 'forged' };
      if (!isSame(expected, read.data.signature)) return { kind: 'refused', because: 'forged' };
      const age = now - Number(issuedAt);
      if (age > validMs || age < -toleratedSkewMs) return { kind: 'refused', because: 'expired' };
      return { kind: 'valid', command: command.data, commandId };
    },
  };
}

type Unsigned = Pick<CallCommandArguments, 'commandId' | 'issuedAt'> & {
  readonly command: string;
  readonly destination?: string | undefined;
  readonly meetingId?: string | undefined;
  readonly attendeeId?: string | undefined;
  readonly happenedAt?: string | undefined;
};

function keyIdOf({ signature: signed }: CallCommandArguments): string {
  return signed.split('.', 1)[0] ?? '';
}

/** The text is compared, not the octets: base64url's last character has bits to spare, and a signature has one spelling. */
function isSame(expected: string, received: string): boolean {
  const [mine, theirs] = [Buffer.from(expected), Buffer.from(received)];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

/** Key id, ".", HMAC in base64url; undefined when there is no such key. */
function signature(
  keys: SigningKeys,
  keyId: string,
  transactionId: string,
  { command, destination = '', meetingId = '', attendeeId = '', happenedAt = '', commandId, issuedAt }: Unsigned,
): string | undefined {
  const key = keys.keys.get(keyId);
  if (key === undefined) return undefined;
  // As JSON, so that no two commands are one text.
  const said = [purpose, transactionId, command, destination, commandId, issuedAt];
  const news = [meetingId, attendeeId, happenedAt];
  const text = JSON.stringify(news.every((part) => part === '') ? said : [...said, ...news]);
  return `${keyId}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}
