import { isToken, quote, splitOutside, unquote } from './grammar.ts';

/** Parameters by lower-case name; one without a value has the value ''. */
export type Params = ReadonlyMap<string, string>;

/** Reads `;name=value;flag` (RFC 3261 §25.1 generic-param); undefined when malformed. An empty text has none. */
export function parseParams(text: string): Params | undefined {
  const params = new Map<string, string>();
  if (text.trim() === '') return params;
  const parts = splitOutside(text, ';');
  if (parts === undefined || parts[0] !== '') return undefined;
  for (const part of parts.slice(1)) {
    const equals = part.indexOf('=');
    const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (!isToken(name)) return undefined;
    const written = equals < 0 ? '' : part.slice(equals + 1).trim();
    const value = written.startsWith('"') ? unquote(written) : written;
    if (value === undefined || (equals >= 0 && written === '')) return undefined;
    // §7.3.1: a parameter name may appear only once; the first one counts here, so that no later one can override it.
    if (!params.has(name)) params.set(name, value);
  }
  return params;
}

/** Writes parameters as `;name=value;flag`, quoting where a value needs it. */
export function formatParams(params: Params): string {
  let text = '';
  for (const [name, value] of params) {
    text += `;${name}`;
    if (value !== '') text += `=${/^[A-Za-z0-9\-.!%*_+`'~[\]:/]+$/.test(value) ? value : quote(value)}`;
  }
  return text;
}
