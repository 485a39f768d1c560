import type { Clock } from '../../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../../shared/ports/ids.ts';
import { rawHeaderValues } from '../message/headers.ts';
import type { SipHeader, SipRequest } from '../message/message.ts';
import { formatDigest, parseDigest, type AuthParams } from './auth-params.ts';
import { digestAlgorithm, digestResponse, type DigestAlgorithm, type DigestParts } from './digest-response.ts';
import { equal, Nonces } from './nonces.ts';

/** What came of looking at a request's credentials. */
export type Verdict =
  | 'accepted'
  /** Right, but the nonce is too old or was used before: challenge again with `stale`. */
  | 'stale'
  /** Wrong, or not to be understood: challenge again. */
  | 'refused'
  /** The request has none for this realm: challenge. */
  | 'absent';

export interface DigestChallengerOptions {
  /** Whose users these are: shown to people who are asked for their password. */
  readonly realm: string;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Default MD5, which every phone understands; what was not offered is not accepted, lest anyone bid it down. */
  readonly algorithm?: DigestAlgorithm;
  /** Whether a proxy asks, with 407, or the called side, with 401 (RFC 3261 §22.2, §22.3); default 'proxy', as trunks do. */
  readonly as?: 'proxy' | 'server';
  /** How long a nonce may be used, in ms; default five minutes. */
  readonly nonceLifetime?: number;
}

/** Asks callers who they are (RFC 3261 §22, RFC 7616, RFC 8760) and checks what they say. */
export interface DigestChallenger {
  /** The status of the refusal that carries the challenge. */
  readonly status: 401 | 407;
  /** A new challenge. `stale` says that the password was right, so that nobody is asked for it again. */
  challenge(options?: { readonly stale?: boolean }): SipHeader;
  /** Checks a request; `passwordOf` gives a user's password, or undefined when there is no such user. */
  verify(request: SipRequest, passwordOf: (username: string) => string | undefined): Verdict;
}

export function createDigestChallenger(options: DigestChallengerOptions): DigestChallenger {
  const { realm, ids, clock, algorithm = 'MD5', as = 'proxy', nonceLifetime = 300_000 } = options;
  const nonces = new Nonces({ ids, clock, lifetime: nonceLifetime });
  // A name nobody has is checked against this, so that the time it takes does not tell that nobody has it.
  const nobodysPassword = Buffer.from(ids.randomBytes(16)).toString('hex');
  const [challengeName, credentialsName] =
    as === 'proxy' ? ['Proxy-Authenticate', 'Proxy-Authorization'] : ['WWW-Authenticate', 'Authorization'];

  return {
    status: as === 'proxy' ? 407 : 401,

    challenge({ stale = false } = {}) {
      const params = new Map([
        ['realm', realm],
        ['nonce', nonces.issue()],
        ['algorithm', algorithm],
        ['qop', 'auth'],
        ...(stale ? ([['stale', 'true']] as const) : []),
      ]);
      return { name: challengeName, value: formatDigest(params) };
    },

    verify(request, passwordOf) {
      // Each header is one set of credentials, and there may be others for others (RFC 3261 §22.3).
      const values = rawHeaderValues(request, credentialsName);
      const sets = values.map((value) => parseDigest(value));
      const credentials = sets.find((set) => set?.get('realm') === realm);
      if (credentials === undefined) return values.length > 0 && sets.includes(undefined) ? 'refused' : 'absent';
      const read = readCredentials(credentials, request.method, algorithm);
      if (read === undefined) return 'refused';
      const password = passwordOf(read.parts.username);
      const expected = digestResponse({ ...read.parts, realm, password: password ?? nobodysPassword });
      if (!equal(expected, read.response) || password === undefined) return 'refused';
      const use = nonces.use(read.parts.nonce, read.count);
      return use === 'fresh' ? 'accepted' : use === 'stale' ? 'stale' : 'refused';
    },
  };
}

interface Credentials {
  readonly parts: Omit<DigestParts, 'realm' | 'password'>;
  readonly response: string;
  readonly count: number;
}

// The uri is hashed, not compared: on its way a request may be sent elsewhere (RFC 3261 §22.4, item 7).
function readCredentials(params: AuthParams, method: string, offered: DigestAlgorithm): Credentials | undefined {
  const [username, uri, nonce, response] = ['username', 'uri', 'nonce', 'response'].map((name) => params.get(name));
  const algorithm = digestAlgorithm(params.get('algorithm'));
  if (username === undefined || uri === undefined || nonce === undefined || response === undefined) return undefined;
  if (algorithm !== offered) return undefined;
  const said = { algorithm, username, uri, nonce, method };
  const qop = params.get('qop');
  // A phone that knows no qop may use each nonce once.
  if (qop === undefined) return { parts: said, response: response.toLowerCase(), count: 1 };
  const [nc = '', cnonce] = [params.get('nc'), params.get('cnonce')];
  if (qop.toLowerCase() !== 'auth' || !/^[0-9A-Fa-f]{8}$/.test(nc) || cnonce === undefined) return undefined;
  return {
    parts: { ...said, auth: { nc, cnonce } },
    response: response.toLowerCase(),
    count: Number.parseInt(nc, 16),
  };
}
