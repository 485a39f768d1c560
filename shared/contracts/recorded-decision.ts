import * as z from 'zod';
import type { Caller } from '../domain/routing/caller.ts';
import type { Plan } from '../domain/routing/plan.ts';
import type { EpochMs } from '../domain/time.ts';
import { callerFileSchema, fileOfCaller, momentSchema } from './caller-file.ts';

const text = z.string().min(1).max(200);

/** Twice as many as the longest list of attempts can come to: 20, of which each is up to 10 branches or members of a choice. */
const mostDestinations = 400;

/**
 * What was decided for one call, and all that it was decided from: a line of a JSON Lines file. The table is named by its version.
 * What routing does not look at (the caller's name, the account) need not be there; the number is, where a rule may ask for it.
 */
export const recordedDecisionSchema = z.strictObject({
  context: callerFileSchema,
  at: momentSchema,
  /** What lots were drawn by: the context id, else the transaction id. */
  seed: text,
  /** The rule that took the call, or "default". */
  ruleId: text,
  /** Where the call was to go, in order: "branch:tacoma". Empty: nowhere. */
  destinations: z.array(text).max(mostDestinations),
  /** Of the table that decided, where it was a published one. */
  tableVersion: z.int().positive().exactOptional(),
});
export type RecordedDecision = z.infer<typeof recordedDecisionSchema>;

/** What a decision is remembered by. */
export function recordDecision(
  plan: Pick<Plan, 'ruleId' | 'attempts'>,
  { caller, at, seed, tableVersion }: { caller: Caller; at: EpochMs; seed: string; tableVersion?: number },
): RecordedDecision {
  return {
    context: fileOfCaller(caller),
    at: new Date(at).toISOString(),
    seed,
    ruleId: plan.ruleId,
    destinations: destinationsOf(plan),
    ...(tableVersion === undefined ? {} : { tableVersion }),
  };
}

/** The attempts of a plan as records name them: kind, colon, id. */
export function destinationsOf({ attempts }: Pick<Plan, 'attempts'>): string[] {
  return attempts.map(({ kind, id }) => `${kind}:${id}`);
}
