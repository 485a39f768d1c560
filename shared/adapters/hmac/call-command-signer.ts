import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  callCommandArgumentsSchema,
  callCommandSchema,
  type CallCommandArguments,
} from '../../contracts/call-command.ts';
import type { CallCommandSigner } from '../../ports/call-commands.ts';
import type { Ids } from '../../ports/ids.ts';
import type { SigningKeys } from './signing-keys.ts';

const validMs = 60_000;
/** How far the console's clock may be ahead of the call's. */
const toleratedSkewMs = 30_000;
/** What these keys sign, so that nothing signed for another purpose is ever a command. */
const purpose = 'call-command';

export interface HmacCallCommandSignerOptions {
  readonly keys: SigningKeys;
  readonly ids: Ids;
}

/**
 * Commands signed with HMAC-SHA-256 over all that they say and the call that they are for. A signature is good for a minute: within
 * it the same command may arrive twice, and is known again by its commandId.
 */
export function hmacCallCommandSigner({ keys, ids }: HmacCallCommandSignerOptions): CallCommandSigner {
  return {
    sign(transactionId, command, now) {
      const unsigned = { ...command, commandId: ids.uuid(), issuedAt: String(now) };
      return { ...unsigned, signature: signature(keys, keys.current, transactionId, unsigned) ?? '' };
    },

    check(transactionId, received, now) {
      const read = callCommandArgumentsSchema.safeParse(received);
      if (!read.success) return { kind: 'refused', because: 'malformed' };
      const { command: name, destination, commandId, issuedAt } = read.data;
      const command = callCommandSchema.safeParse({
        command: name,
        ...(destination === undefined ? {} : { destination }),
      });
      if (!command.success) return { kind: 'refused', because: 'malformed' };
      if (!isSigned(keys, transactionId, read.data)) return { kind: 'refused', because: 'forged' };
      const age = now - Number(issuedAt);
      if (age > validMs || age < -toleratedSkewMs) return { kind: 'refused', because: 'expired' };
      return { kind: 'valid', command: command.data, commandId };
    },
  };
}

type Unsigned = Omit<CallCommandArguments, 'signature' | 'command' | 'destination'> & {
  readonly command: string;
  readonly destination?: string | undefined;
};

function isSigned(keys: SigningKeys, transactionId: string, received: CallCommandArguments): boolean {
  const [keyId = ''] = received.signature.split('.', 1);
  const expected = signature(keys, keyId, transactionId, received);
  if (expected === undefined) return false;
  // The text is compared, not the octets: base64url's last character has bits to spare, and a signature has one spelling.
  const [mine, theirs] = [Buffer.from(expected), Buffer.from(received.signature)];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

/** Key id, ".", HMAC in base64url; undefined when there is no such key. */
function signature(
  keys: SigningKeys,
  keyId: string,
  transactionId: string,
  { command, destination = '', commandId, issuedAt }: Unsigned,
): string | undefined {
  const key = keys.keys.get(keyId);
  if (key === undefined) return undefined;
  // As JSON, so that no two commands are one text.
  const text = JSON.stringify([purpose, transactionId, command, destination, commandId, issuedAt]);
  return `${keyId}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}
