import * as z from 'zod';
import { callEndings } from '../domain/call-flow/call-story.ts';
import { outcomeSchema } from './happening.ts';

const count = z.int().nonnegative();
const milliseconds = z.number().nonnegative();

/**
 * Of `GET /call-figures?from=&to=`: what came of the calls that began in that time (31 days at most; without times the last 24 hours),
 * in equal steps from the first to the last. Newer releases may add fields.
 */
export const figuresResponseSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** How long a step is. */
  stepMs: z.int().positive(),
  /** All that were counted: 5,000 at most, the latest; `more`: there were more. */
  calls: count,
  more: z.boolean(),
  steps: z.array(
    z.object({
      from: z.iso.datetime(),
      calls: count,
      endings: z.partialRecord(z.enum(callEndings), count),
      /** Of those that were answered: half of them, and 95 of 100, within so long. */
      timeToAnswerMs: z.object({ p50: milliseconds, p95: milliseconds }).exactOptional(),
      contextSent: count,
      contextDelivered: count,
      fallbackUsed: count,
    }),
  ),
  /** By whom was tried ("branch:tacoma"), most often tried first. */
  destinations: z.array(
    z.object({ destination: z.string(), attempts: count, outcomes: z.partialRecord(outcomeSchema, count) }),
  ),
});
export type FiguresResponse = z.infer<typeof figuresResponseSchema>;
