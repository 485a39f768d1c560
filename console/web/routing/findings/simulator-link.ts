import type { Witness } from '../../../../shared/contracts/caller-file.ts';

/**
 * Where the simulator shows what the draft does with this caller at this moment. The caller is in the fragment: no server and no log
 * of one is told of it.
 */
export function simulatorLink(table: string, witness: Witness): string {
  return `/simulator/${encodeURIComponent(table)}?of=draft#caller=${base64Url(JSON.stringify(witness))}`;
}

/** RFC 4648 §5, without padding, of the text as UTF-8. */
export function base64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
