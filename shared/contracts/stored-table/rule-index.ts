import * as z from 'zod';
import type { Dimension, RuleIndexPlan } from '../../domain/routing/rule-index-plan.ts';

const position = z.int().nonnegative();
const length = z.int().positive();

const dimensionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['reason', 'entry', 'country', 'state']) }),
  z.object({ kind: z.literal('locale'), parts: length }),
  z.object({ kind: z.enum(['postalPrefix', 'callerPrefix']), length }),
  z.object({ kind: z.literal('attribute'), name: z.string(), length: length.exactOptional() }),
]) satisfies z.ZodType<Dimension>;

/** By what rules are found, as it is stored: the domain's own, in JSON. */
export const storedRuleIndexSchema = z
  .object({
    dimensions: z.array(z.object({ dimension: dimensionSchema, values: z.int().nonnegative() })),
    groups: z.array(z.object({ by: z.array(position), rules: z.array(position) })),
  })
  .refine(
    ({ dimensions, groups }) => groups.every(({ by }) => by.every((each) => each < dimensions.length)),
    'a group is found by a dimension that is not there',
  ) satisfies z.ZodType<RuleIndexPlan>;
