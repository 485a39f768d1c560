import type { Grant } from './access-tokens.ts';

export const endpointNames = ['profile', 'address', 'session'] as const;
export type EndpointName = (typeof endpointNames)[number];

export interface ApiRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly contentType: string | undefined;
  readonly body: string;
  /** Undefined when the bearer token is missing, unknown or expired. */
  readonly grant: Grant | undefined;
}

export interface ApiAnswer {
  readonly status: number;
  /** Sent as JSON; without it the answer has no body. */
  readonly body?: unknown;
}

/** A part of the API that Alexa offers to skills. */
export interface Endpoint {
  readonly name: EndpointName;
  owns(path: string): boolean;
  /** Answers a request whose path it owns. */
  answer(request: ApiRequest): ApiAnswer;
  /** An error of that status, in the body shape of this endpoint. */
  failure(status: number): ApiAnswer;
}
