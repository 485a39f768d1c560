import { addressHeader, headerValues } from '../message/headers.ts';
import { parseUri } from '../message/uri.ts';
import { parseVia } from '../message/via.ts';
import type { ServerTransaction } from '../transactions/server-transaction.ts';
import type { Hop } from '../transport/transport.ts';

/**
 * Where requests to a caller go. One behind address translation gives an address as its own that leads nowhere from here: seen by
 * that its packets come from elsewhere than its Via says, while its Contact says the same. If it takes responses where it sends from
 * (RFC 3581), it gets our requests there too. RFC 3261 would have them go to the Contact: this is our choice, and a common one.
 */
export function wayBack({ request, source, transport }: ServerTransaction): Hop {
  const hop = { transport, address: source };
  const via = parseVia(headerValues(request, 'Via')[0] ?? '');
  const contact = parseUri(addressHeader(request, 'Contact')?.uri ?? '');
  const isTranslated =
    !transport.reliable &&
    headerValues(request, 'Record-Route').length === 0 &&
    via?.params.has('rport') === true &&
    via.host !== source.host &&
    contact?.scheme === 'sip' &&
    contact.host === via.host;
  return isTranslated ? { ...hop, isFixed: true } : hop;
}
