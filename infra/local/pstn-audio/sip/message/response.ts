import { formatNameAddr } from './name-addr.ts';
import { addressHeader } from './headers.ts';
import { noBody, type SipHeader, type SipRequest, type SipResponse } from './message.ts';
import { reasonPhrase } from './reasons.ts';

/** What a response adds to what it copies from its request. */
export interface ResponseParts {
  readonly reason?: string;
  /** Set on To when the request had no tag there. */
  readonly toTag?: string;
  readonly headers?: readonly SipHeader[];
  readonly body?: Uint8Array;
}

const copied = new Set(['via', 'from', 'call-id', 'cseq']);

/** A response to `request`: Via, From, To, Call-ID and CSeq as they came, To with a tag (RFC 3261 §8.2.6.2). */
export function responseTo(request: SipRequest, status: number, parts: ResponseParts = {}): SipResponse {
  const headers: SipHeader[] = [];
  for (const header of request.headers) {
    const name = header.name.toLowerCase();
    if (copied.has(name)) headers.push(header);
    else if (name === 'to') headers.push({ name: 'To', value: tagged(request, header.value, parts.toTag) });
  }
  // RFC 3261 §12.1.1: a response that makes a dialog copies Record-Route; in others it does no harm.
  if (status > 100 && status < 300)
    headers.push(...request.headers.filter(({ name }) => name.toLowerCase() === 'record-route'));
  headers.push(...(parts.headers ?? []));
  return {
    kind: 'response',
    status,
    reason: parts.reason ?? reasonPhrase(status),
    headers,
    body: parts.body ?? noBody,
  };
}

function tagged(request: SipRequest, value: string, tag: string | undefined): string {
  const address = addressHeader(request, 'To');
  if (tag === undefined || address === undefined || address.params.has('tag')) return value;
  return formatNameAddr({ ...address, params: new Map([...address.params, ['tag', tag]]) });
}
