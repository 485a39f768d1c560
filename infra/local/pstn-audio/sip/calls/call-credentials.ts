import type { Ids } from '../../../../../shared/ports/ids.ts';
import { authorize, type Authorization, type SipCredentials } from '../digest/authorize.ts';
import type { SipHeader, SipResponse } from '../message/message.ts';

/** What one request has been answered with so far. */
export type Challenges = number[];

/** Who places a call, and what its peers have asked: a proxy with 407, the called side with 401 (RFC 3261 §22). */
export class CallCredentials {
  readonly #credentials: SipCredentials | undefined;
  readonly #ids: Ids;
  readonly #known = new Map<number, Authorization>();

  constructor(credentials: SipCredentials | undefined, ids: Ids) {
    this.#credentials = credentials;
    this.#ids = ids;
  }

  /**
   * Takes a challenge; true when the request is worth another try. One who asks twice does not believe us, unless it
   * says that only the nonce was too old.
   */
  learn(response: SipResponse, sofar: Challenges): boolean {
    const next = this.#credentials === undefined ? undefined : authorize(response, this.#credentials, this.#ids);
    if (next === undefined) return false;
    const before = sofar.filter((status) => status === response.status).length;
    sofar.push(response.status);
    this.#known.set(response.status, next);
    return before === 0 || (before === 1 && next.stale);
  }

  /** The headers for a request to those who have asked. */
  headers(method: string, uri: string): SipHeader[] {
    return [...this.#known.values()].map((authorization) => authorization.header(method, uri));
  }
}

const credentialNames = new Set(['authorization', 'proxy-authorization']);

/** The credentials that a request carries; its ACK repeats them (RFC 3261 §22.1). */
export function carriedCredentials(headers: readonly SipHeader[]): SipHeader[] {
  return headers.filter(({ name }) => credentialNames.has(name.toLowerCase()));
}

/** The headers without credentials. */
export function withoutCredentials(headers: readonly SipHeader[]): SipHeader[] {
  return headers.filter(({ name }) => !credentialNames.has(name.toLowerCase()));
}
