import * as z from 'zod';
import type { SettingName } from '../../env.ts';
import { BridgeError } from '../../errors.ts';

/** Keys by one-character id; new ids are signed with `current`, old ones are believed while their key is here. */
export interface SigningKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

const minimumKeyBytes = 32;

const schema = z.strictObject({
  current: z.string().regex(/^[0-9a-z]$/, 'must be one character, a-z or 0-9'),
  keys: z.record(z.string().regex(/^[0-9a-z]$/), z.base64()),
});

/**
 * Reads `{"current":"a","keys":{"a":"<base64>"}}`.
 * @param setting where the text comes from, for the message.
 * @throws BridgeError `environment-invalid` when it is not that, or a key is shorter than 32 bytes; no key is shown.
 */
export function parseSigningKeys(text: string, setting: SettingName = 'CONTEXT_SIGNING_KEYS'): SigningKeys {
  const invalid = (problem: string): BridgeError => new BridgeError('environment-invalid', `${setting}: ${problem}`);
  const json = parseJson(text);
  if (json === undefined) throw invalid('not JSON');
  const read = schema.safeParse(json);
  if (!read.success)
    throw invalid(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const keys = new Map(Object.entries(read.data.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  for (const [id, key] of keys)
    if (key.length < minimumKeyBytes) throw invalid(`key "${id}" has fewer than ${minimumKeyBytes} bytes`);
  if (!keys.has(read.data.current)) throw invalid(`there is no key "${read.data.current}"`);
  return { current: read.data.current, keys };
}

/** Undefined when it is none: the parser's own message would quote the text, and with it a key. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
