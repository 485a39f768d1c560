import { splitOutside } from '../message/grammar.ts';
import { headerValue, headerValues, rawHeaderValues } from '../message/headers.ts';
import type { SipHeader, SipRequest } from '../message/message.ts';
import { parseUri } from '../message/uri.ts';
import { allowedMethods, supportedExtensions } from './capabilities.ts';
import { intervalRefusal } from './session-timer.ts';

/** Why a request outside any dialog is refused. */
export interface Refusal {
  readonly status: number;
  readonly headers?: readonly SipHeader[];
}

// The other methods in the IANA registry: known, but not offered here.
const knownMethods = new Set(['REGISTER', 'INFO', 'MESSAGE', 'NOTIFY', 'PUBLISH', 'REFER', 'SUBSCRIBE']);
const offeredMethods = new Set(allowedMethods.split(', '));

/** The checks of RFC 3261 §8.2 in its order; undefined when the request may be processed. */
export function refusalOf(request: SipRequest, merged: boolean): Refusal | undefined {
  if (!offeredMethods.has(request.method)) {
    // §8.2.1 and §21.5.2: what is known but not offered is not allowed, the rest is not implemented.
    return {
      status: knownMethods.has(request.method) ? 405 : 501,
      headers: [{ name: 'Allow', value: allowedMethods }],
    };
  }
  if (parseUri(request.uri)?.scheme === 'other') return { status: 416 };
  if (merged) return { status: 482 };
  // RFC 7332: a back-to-back user agent, which passes calls on, counts their hops as a proxy does.
  if (request.method === 'INVITE' && Number(headerValue(request, 'Max-Forwards') ?? 70) === 0) return { status: 483 };
  const unsupported = headerValues(request, 'Require').filter((tag) => !supportedExtensions.has(tag.toLowerCase()));
  if (unsupported.length > 0) return { status: 420, headers: [{ name: 'Unsupported', value: unsupported.join(', ') }] };
  return (request.body.length === 0 ? undefined : bodyRefusal(request)) ?? descriptionRefusal(request);
}

// §21.4.7: our answer would be a session description, which the caller says that it does not take.
function descriptionRefusal(request: SipRequest): Refusal | undefined {
  if (request.method !== 'INVITE' && request.method !== 'UPDATE') return undefined;
  const accepted = rawHeaderValues(request, 'Accept').flatMap((value) => splitOutside(value, ',') ?? []);
  const types = accepted.map((each) => each.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  const takesSdp = types.some((type) => ['application/sdp', 'application/*', '*/*'].includes(type));
  return types.length > 0 && !takesSdp ? { status: 406 } : intervalRefusal(request);
}

// §8.2.3
function bodyRefusal(request: SipRequest): Refusal | undefined {
  const type = headerValue(request, 'Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
  const encoding = headerValue(request, 'Content-Encoding')?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity') return { status: 415, headers: [{ name: 'Accept-Encoding', value: 'identity' }] };
  return type === 'application/sdp'
    ? undefined
    : { status: 415, headers: [{ name: 'Accept', value: 'application/sdp' }] };
}
