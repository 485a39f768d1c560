import type * as z from 'zod';
import type { Session } from '../session/session.ts';

export interface Request {
  /** Default: GET. */
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Written as JSON; gzipped from 64 KiB on. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: of the console API; `local`: what the local cloud can do beside. */
  readonly of?: 'api' | 'local';
  readonly signal?: AbortSignal;
  /** Milliseconds; default 10,000. */
  readonly timeoutMs?: number;
}

/** Asks the console API, the only way in which the application talks to it. */
export interface Api {
  /** The answer of 2xx, checked by its schema. Rejects with a Problem for anything else. */
  ask<T>(path: string, schema: z.ZodType<T>, request?: Request): Promise<T>;
  /** The same where no content is answered with. */
  tell(path: string, request: Request): Promise<void>;
  /** An answer as it comes, for event streams. Rejects with a Problem when it is not of 2xx. */
  open(path: string, request?: Request): Promise<Response>;
}

export type ApiOf = (session: Session) => Api;
