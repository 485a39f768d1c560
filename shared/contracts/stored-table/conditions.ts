import * as z from 'zod';
import { ingresses } from '../../domain/call-context.ts';
import type { AttributeTest } from '../../domain/routing/attribute-test.ts';
import type { Condition } from '../../domain/routing/condition.ts';

const texts = z.array(z.string());

const attributeTestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('in'), anyOf: texts }),
  z.object({ kind: z.literal('prefix'), anyOf: texts }),
  z.object({ kind: z.literal('range'), from: z.number().exactOptional(), below: z.number().exactOptional() }),
  z.object({ kind: z.literal('exists'), is: z.boolean() }),
]) satisfies z.ZodType<AttributeTest>;

/** A condition as it is stored: the domain's own, in JSON. */
export const storedConditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reason'), anyOf: texts }),
  z.object({ kind: z.literal('entry'), anyOf: z.array(z.enum(ingresses)) }),
  z.object({ kind: z.literal('locale'), anyOf: texts }),
  z.object({ kind: z.literal('country'), anyOf: texts }),
  z.object({ kind: z.literal('state'), anyOf: texts }),
  z.object({ kind: z.literal('postalPrefix'), anyOf: texts }),
  z.object({ kind: z.literal('callerPrefix'), anyOf: texts }),
  z.object({ kind: z.literal('attribute'), name: z.string(), test: attributeTestSchema }),
  z.object({ kind: z.literal('schedule'), id: z.string(), is: z.enum(['open', 'closed']) }),
  z.object({ kind: z.literal('share'), percent: z.number().gt(0).lt(100) }),
]) satisfies z.ZodType<Condition>;
