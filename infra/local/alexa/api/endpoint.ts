import type { Grant } from './access-tokens.ts';

export const endpointNames = [
  'profile',
  'persons',
  'address',
  'settings',
  'directives',
  'session',
  'userInfo',
  'token',
  'communicationProfile',
] as const;
export type EndpointName = (typeof endpointNames)[number];

export interface ApiRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly body: string;
  /** The token of `Authorization: Bearer …`, whoever issued it. */
  readonly bearer: string | undefined;
  /** Undefined when the bearer token is missing, unknown or expired as a token for skills. */
  readonly grant: Grant | undefined;
}

export interface ApiAnswer {
  readonly status: number;
  /** Sent as JSON; without it the answer has no body. */
  readonly body?: unknown;
  /** Besides Content-Type. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A part of what is served to skills. */
export interface Endpoint {
  readonly name: EndpointName;
  owns(path: string): boolean;
  /** Answers a request whose path it owns. */
  answer(request: ApiRequest): ApiAnswer;
  /** An error of that status, in the body shape of this endpoint. */
  failure(status: number): ApiAnswer;
}
