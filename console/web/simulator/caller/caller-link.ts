import { witnessSchema, type Witness } from '../../../../shared/contracts/caller-file.ts';
import { base64Url } from '../../routing/findings/simulator-link.ts';

/** What an address says of the caller. */
export type LinkedCaller =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly witness: Witness }
  /** It was cut short, or is of something else. */
  | { readonly kind: 'unreadable' };

/** A witness as it stands in an address: JSON, base64url without padding (RFC 4648 §5). */
export function writeCallerLink(witness: Witness): string {
  return base64Url(JSON.stringify(witness));
}

/** What of an address has the caller: the fragment, which no server is sent; links of earlier releases have it in the query. */
export function callerInAddress(search: URLSearchParams, hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('caller') ?? search.get('caller');
}

export function readCallerLink(text: string | null): LinkedCaller {
  if (text === null || text === '') return { kind: 'none' };
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const octets = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const read = witnessSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets)));
    return read.success ? { kind: 'given', witness: read.data } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}
