import { createHash } from 'node:crypto';

/** The hashes spoken here (RFC 8760 §2.1); the third of them, SHA-512-256, no phone was met to use. */
const digestAlgorithms = ['SHA-256', 'MD5'] as const;
export type DigestAlgorithm = (typeof digestAlgorithms)[number];

/** The algorithm of that name, whatever its case; MD5 where none is named (RFC 7616 §3.3); undefined when it is not spoken here. */
export function digestAlgorithm(name: string | undefined): DigestAlgorithm | undefined {
  return name === undefined ? 'MD5' : digestAlgorithms.find((each) => each === name.toUpperCase());
}

/** What goes into a response. */
export interface DigestParts {
  readonly algorithm: DigestAlgorithm;
  readonly username: string;
  readonly realm: string;
  readonly password: string;
  readonly method: string;
  readonly uri: string;
  readonly nonce: string;
  /** Absent: as RFC 2069 had it, without protection against repetition (RFC 3261 §22.4, item 8). */
  readonly auth?: { readonly nc: string; readonly cnonce: string };
}

/** The `response` of RFC 7616 §3.4.1, in lower-case hexadecimal digits; for qop, `auth` or none. */
export function digestResponse(parts: DigestParts): string {
  const { algorithm, username, realm, password, method, uri, nonce, auth } = parts;
  const hash = (text: string): string =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const who = hash(`${username}:${realm}:${password}`);
  const what = hash(`${method}:${uri}`);
  const once = auth === undefined ? nonce : `${nonce}:${auth.nc}:${auth.cnonce}:auth`;
  return hash(`${who}:${once}:${what}`);
}
