import * as z from 'zod';
import { callContextIdSchema } from '../../shared/contracts/call-context.ts';
import { accountKinds, consents, questions, type ConversationState } from './conversation-state.ts';
import { maximumReasonWords } from './reason-ids.ts';

const text = z.string().min(1).max(maximumReasonWords);
const digits = z.string().regex(/^\d{1,20}$/);

const draftSchema = z.object({
  way: z.enum(['call', 'callBack']),
  reason: z.object({ id: text, name: text.exactOptional(), words: text.exactOptional() }).exactOptional(),
  accountId: digits.exactOptional(),
  accountKind: z.enum(accountKinds).exactOptional(),
  withoutAccount: z.literal(true).exactOptional(),
  postalCode: z.string().max(20).exactOptional(),
  withoutPlace: z.literal(true).exactOptional(),
});

const stateSchema = z.object({
  draft: draftSchema,
  asked: z.enum(questions).exactOptional(),
  misses: z.int().nonnegative(),
  contextId: callContextIdSchema.exactOptional(),
  phoneEnding: digits.exactOptional(),
  accountEnding: digits.exactOptional(),
  rungEnough: z.literal(true).exactOptional(),
  consentsAsked: z.array(z.enum(consents)),
}) satisfies z.ZodType<ConversationState>;

/** Nothing has been said yet. */
export const beginning: ConversationState = { draft: { way: 'call' }, misses: 0, consentsAsked: [] };

/** Reads what `writeState` wrote; anything else is a conversation that begins. Never throws. */
export function readState(attributes: unknown): ConversationState {
  const conversation = isFields(attributes) ? attributes['conversation'] : undefined;
  const read = stateSchema.safeParse(conversation);
  return read.success ? read.data : beginning;
}

export function writeState(conversation: ConversationState): Record<string, unknown> {
  return { conversation };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
