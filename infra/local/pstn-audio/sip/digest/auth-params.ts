import { isToken, quote, splitOutside, unquote } from '../message/grammar.ts';

/** The parameters of a Digest challenge or of Digest credentials, by lower-case name, without their quotes. */
export type AuthParams = ReadonlyMap<string, string>;

/** Reads `Digest realm="…", nonce="…"` (RFC 3261 §25.1); undefined for another scheme or what is malformed. */
export function parseDigest(value: string): AuthParams | undefined {
  const [, list] = /^Digest\s+(.*)$/isu.exec(value) ?? [];
  const parts = list === undefined ? undefined : splitOutside(list, ',');
  if (parts === undefined) return undefined;
  const params = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).trim().toLowerCase();
    const written = part.slice(equals + 1).trim();
    const text = written.startsWith('"') ? unquote(written) : written;
    // What stands twice would let two readers see two things.
    if (!isToken(name) || text === undefined || params.has(name)) return undefined;
    params.set(name, text);
  }
  return params;
}

// RFC 7616 §3.3 and §3.4: these stand without quotes.
const bare = new Set(['algorithm', 'nc', 'stale']);

/** Writes the value of WWW-Authenticate, Authorization and their like; parameters come in their order. */
export function formatDigest(params: AuthParams, unquoted: readonly string[] = []): string {
  const written = [...params].map(([name, value]) =>
    bare.has(name) || unquoted.includes(name) ? `${name}=${value}` : `${name}=${quote(value)}`,
  );
  return `Digest ${written.join(', ')}`;
}
