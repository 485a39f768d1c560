import * as z from 'zod';
import type { ConsoleEvent } from './token.ts';

/** The transaction id in the path; undefined when it is none. */
export function askedTransaction(event: ConsoleEvent): string | undefined {
  return z.uuid().safeParse(event.pathParameters?.['transactionId']).data?.toLowerCase();
}
