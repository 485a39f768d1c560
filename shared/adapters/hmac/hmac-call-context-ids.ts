import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  parseCallContextId,
  reasonHint,
  regionCode,
  unsignedCallContextId,
  type CallContextId,
} from '../../domain/call-context-id.ts';
import { hasExpired } from '../../domain/expiry.ts';
import { BridgeError } from '../../errors.ts';
import type { CallContextIds } from '../../ports/call-context-ids.ts';
import type { Ids } from '../../ports/ids.ts';
import { sourceOf, type SigningKeySource } from './signing-key-source.ts';
import type { SigningKeys } from './signing-keys.ts';

const randomBytes = 12;
const signatureBytes = 8;
const minuteMs = 60_000;

export interface HmacCallContextIdsOptions {
  readonly keys: SigningKeys | SigningKeySource;
  /** The AWS Region that issues: "us-east-1". */
  readonly region: string;
  readonly ids: Ids;
}

/** Call-context ids signed with HMAC-SHA-256, truncated to 64 bits (RFC 2104 §5 allows truncation). */
export function hmacCallContextIds({ keys, region, ids }: HmacCallContextIdsOptions): CallContextIds {
  const origin = regionCode(region);
  const source = sourceOf(keys);
  return {
    ready: ({ id, signal } = {}) => source.ready(id === undefined ? undefined : parseCallContextId(id)?.keyId, signal),

    issue({ reasonId, expiresAt }) {
      const keys = source.atHand();
      if (keys === undefined)
        throw new BridgeError('store-unavailable', 'there is no key at hand to sign a call-context id with');
      const unsigned = unsignedCallContextId({
        region: origin,
        // Rounded up: the id must not expire before the context it names.
        expiresAtMinute: Math.ceil(expiresAt / minuteMs),
        keyId: keys.current,
        reasonHint: reasonHint(reasonId),
        random: Buffer.from(ids.randomBytes(randomBytes)).toString('base64url'),
      });
      return `${unsigned}${signature(keys, keys.current, unsigned) ?? ''}` as CallContextId;
    },

    check(text, now) {
      const parsed = parseCallContextId(text);
      if (parsed === undefined) return { kind: 'malformed' };
      const keys = source.atHand();
      const expected = keys && signature(keys, parsed.keyId, parsed.signed);
      if (expected === undefined) return { kind: source.mayBeBehind() ? 'unverifiable' : 'forged' };
      // The text is compared, not the octets: base64url's last character has bits to spare, and an id has one spelling.
      if (!timingSafeEqual(Buffer.from(expected), Buffer.from(parsed.signature))) return { kind: 'forged' };
      if (hasExpired(parsed.expiresAtMinute * minuteMs, now)) return { kind: 'expired' };
      return { kind: 'valid', id: text as CallContextId, region: parsed.region, reasonHint: parsed.reasonHint };
    },
  };
}

/** Eleven characters of base64url; undefined when there is no such key. */
function signature(keys: SigningKeys, keyId: string, text: string): string | undefined {
  const key = keys.keys.get(keyId);
  return key === undefined
    ? undefined
    : createHmac('sha256', key).update(text).digest().subarray(0, signatureBytes).toString('base64url');
}
