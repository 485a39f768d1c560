import type { Brand } from './brand.ts';

/**
 * The key of a call context, and the `clientSessionId` of a skill call: at most 100 characters there.
 * Opaque to everyone but us:
 *
 *     1 use1 0hdvk0 a . lost-card . AbCdEfGhIjKlMnOp QrStUvWxYz0
 *     │  │     │    │       │              │             └ 64 bits of HMAC-SHA-256 over all before it
 *     │  │     │    │       │              └ 96 random bits
 *     │  │     │    │       └ reason hint, 0 to 10 characters: routes the call when the store cannot be reached
 *     │  │     │    └ key id of the HMAC, for rotation
 *     │  │     └ expiry, minutes since 1970 in base 36
 *     │  └ origin region: where to read when another region's replica is behind
 *     └ version of this format
 *
 * 51 characters at most, so that `csi=<id>` in hex stays below 128, the tightest limit that a
 * contact centre is known to put on User-to-User.
 */
export type CallContextId = Brand<string, 'CallContextId'>;

export interface CallContextIdParts {
  /** Region code, four characters: see `regionCode`. */
  readonly region: string;
  /** Whole minutes since 1970. */
  readonly expiresAtMinute: number;
  /** One character, a-z or 0-9. */
  readonly keyId: string;
  readonly reasonHint: string;
  /** 96 bits in base64url: 16 characters. */
  readonly random: string;
}

export interface ParsedCallContextId extends CallContextIdParts {
  /** What the signature covers. */
  readonly signed: string;
  /** 64 bits in base64url: 11 characters. */
  readonly signature: string;
}

const pattern = /^1([a-z]{3}\d)([0-9a-z]{6})([0-9a-z])\.([a-z0-9-]{0,10})\.([\w-]{16})([\w-]{11})$/;
const hintLength = 10;

/** Everything but the signature. */
export function unsignedCallContextId(parts: CallContextIdParts): string {
  const expiry = parts.expiresAtMinute.toString(36).padStart(6, '0');
  return `1${parts.region}${expiry}${parts.keyId}.${parts.reasonHint}.${parts.random}`;
}

/** Reads the shape only; whether the signature is right is the key holder's to say. */
export function parseCallContextId(text: string): ParsedCallContextId | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, region = '', expiry = '', keyId = '', reasonHint = '', random = '', signature = ''] = match;
  return {
    region,
    expiresAtMinute: Number.parseInt(expiry, 36),
    keyId,
    reasonHint,
    random,
    signed: text.slice(0, -signature.length),
    signature,
  };
}

/** The hint of a reason: its id, cut to ten characters. */
export function reasonHint(reasonId: string): string {
  return reasonId.slice(0, hintLength);
}

/** The reason that a hint stands for, when exactly one does. */
export function reasonOfHint(hint: string, reasonIds: readonly string[]): string | undefined {
  if (hint === '') return undefined;
  const fitting = reasonIds.filter((id) => reasonHint(id) === hint);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * Four characters for an AWS Region: "us-east-1" → "use1", "ca-central-1" → "cac1".
 * @throws RangeError for a name of another shape.
 */
export function regionCode(region: string): string {
  const match = /^([a-z]{2})-([a-z])[a-z]*-(\d)$/.exec(region);
  if (match === null) throw new RangeError(`not an AWS Region name: "${region}"`);
  return `${match[1]}${match[2]}${match[3]}`;
}
