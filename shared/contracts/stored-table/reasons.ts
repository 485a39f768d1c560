import * as z from 'zod';
import type { Reason } from '../../domain/routing/table.ts';
import { storedTextSchema } from './localized-text.ts';

/** The catalogue of reasons, as the store keeps it in a table's head. */
export const storedReasonsSchema = z.array(
  z.object({ id: z.string(), name: storedTextSchema, synonyms: z.record(z.string(), z.array(z.string())) }),
) satisfies z.ZodType<Reason[]>;

const headWithReasonsSchema = z.object({ reasons: storedReasonsSchema });

/**
 * The reasons alone of a table's head, for whoever needs no more: nothing else of it is looked at.
 * @throws SyntaxError for what is not JSON, ZodError for what has no reasons.
 */
export function readTableReasons(json: string): readonly Reason[] {
  return headWithReasonsSchema.parse(JSON.parse(json)).reasons;
}
