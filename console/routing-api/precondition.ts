import { answerError, type Answer } from '../api/answer.ts';
import type { ConsoleEvent } from '../api/token.ts';

/** What a client expects of the draft that it changes (RFC 9110 §13.1). */
export type Precondition =
  /** Nobody has saved it since it had this etag. */
  | { readonly kind: 'unchanged'; readonly etag: string }
  /** There is none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid' };

/** One strong etag, or the asterisk of If-None-Match: other ways to say it would change what nobody has looked at. */
export function preconditionOf({ headers }: Pick<ConsoleEvent, 'headers'>): Precondition {
  const match = headers['if-match'];
  const noneMatch = headers['if-none-match'];
  if (match === undefined && noneMatch === undefined) return { kind: 'missing' };
  if (match === undefined) return noneMatch?.trim() === '*' ? { kind: 'none' } : { kind: 'invalid' };
  const etag = /^"([\w-]{8,64})"$/.exec(match.trim())?.[1];
  return etag === undefined || noneMatch !== undefined ? { kind: 'invalid' } : { kind: 'unchanged', etag };
}

/** For a request that has no precondition, or none that it may have: 428 or 400. */
export function preconditionRefused(
  { kind }: Precondition & { readonly kind: 'missing' | 'invalid' | 'none' },
  { mayBeNew }: { readonly mayBeNew: boolean },
): Answer {
  const first = mayBeNew ? ', or If-None-Match: * when there is no draft yet' : '';
  return kind === 'missing'
    ? answerError(
        428,
        'precondition-required',
        `Say what you started from: If-Match with the draft’s etag in quotation marks${first}.`,
      )
    : answerError(
        400,
        'invalid-request',
        `Give If-Match with one etag, in quotation marks as the API gave it${first}.`,
      );
}
