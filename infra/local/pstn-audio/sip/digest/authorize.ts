import type { Ids } from '../../../../../shared/ports/ids.ts';
import { rawHeaderValues } from '../message/headers.ts';
import type { SipHeader, SipResponse } from '../message/message.ts';
import { formatDigest, parseDigest } from './auth-params.ts';
import { digestAlgorithm, digestResponse } from './digest-response.ts';

/** Who places a call, to a peer that asks (RFC 3261 §22). */
export interface SipCredentials {
  readonly username: string;
  readonly password: string;
}

/** What a challenge gave, from which any number of requests can be authorized. */
export interface Authorization {
  /** Whether the last answer was right but too late, so that another try makes sense. */
  readonly stale: boolean;
  /** The header for one request; each counts as one use of the nonce. */
  header(method: string, uri: string): SipHeader;
}

/**
 * How to answer the challenge of a 401 or 407; undefined for any other response, and where the peer asks for what is
 * not spoken here: another scheme than Digest, another algorithm than SHA-256 and MD5, or qop without `auth`.
 * Of several challenges the first that can be is answered: they come in the peer's order of preference (RFC 8760 §2.4).
 */
export function authorize(response: SipResponse, credentials: SipCredentials, ids: Ids): Authorization | undefined {
  if (response.status !== 401 && response.status !== 407) return undefined;
  const [asked, answer] =
    response.status === 407 ? ['Proxy-Authenticate', 'Proxy-Authorization'] : ['WWW-Authenticate', 'Authorization'];
  const challenges = rawHeaderValues(response, asked).flatMap((value) => parseDigest(value) ?? []);
  const params = challenges.find((each) => {
    const qop = each.get('qop');
    const offersAuth = qop === undefined || qop.split(',').some((one) => one.trim().toLowerCase() === 'auth');
    return offersAuth && each.has('nonce') && digestAlgorithm(each.get('algorithm')) !== undefined;
  });
  if (params === undefined) return undefined;
  const algorithm = digestAlgorithm(params.get('algorithm')) ?? 'MD5';
  const [realm = '', nonce = '', opaque] = ['realm', 'nonce', 'opaque'].map((name) => params.get(name));
  let uses = 0;
  return {
    stale: params.get('stale')?.toLowerCase() === 'true',
    header(method, uri) {
      uses += 1;
      const auth = params.has('qop')
        ? { nc: uses.toString(16).padStart(8, '0'), cnonce: Buffer.from(ids.randomBytes(8)).toString('hex') }
        : undefined;
      const { username, password } = credentials;
      const parts = { algorithm, username, password, realm, method, uri, nonce, ...(auth !== undefined && { auth }) };
      const fields = new Map([
        ['username', username],
        ['realm', realm],
        ['nonce', nonce],
        ['uri', uri],
        ['response', digestResponse(parts)],
        ...(params.has('algorithm') ? ([['algorithm', algorithm]] as const) : []),
        ...(auth === undefined ? [] : Object.entries({ cnonce: auth.cnonce, qop: 'auth', nc: auth.nc })),
        ...(opaque === undefined ? [] : ([['opaque', opaque]] as const)),
      ]);
      // RFC 7616 §3.4: in credentials qop stands without quotes, other than in a challenge.
      return { name: answer, value: formatDigest(fields, ['qop']) };
    },
  };
}
