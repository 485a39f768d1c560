import * as z from 'zod';
import type { InteractionModel, ModelSlotType } from './interaction-model.ts';
import { isMatch, resolve } from './matching/entity-resolution.ts';
import type { Matcher } from './matching/matcher.ts';
import type { SlotReader } from './matching/slot-reader.ts';
import { textOf } from './matching/tokens.ts';

export const updateDynamicEntitiesType = 'Dialog.UpdateDynamicEntities';
/** Amazon says 100 entities; that names and synonyms count one by one is the stricter reading of it. */
export const maximumDynamicEntities = 100;
/** They go with the session, and after half an hour at the latest. */
export const dynamicEntitiesLifetimeMs = 30 * 60 * 1000;

const directiveSchema = z.discriminatedUnion('updateBehavior', [
  z.object({ updateBehavior: z.literal('CLEAR'), types: z.array(z.unknown()).nullish() }),
  z.object({
    updateBehavior: z.literal('REPLACE'),
    types: z
      .array(
        z.object({
          name: z.string().min(1),
          values: z.array(
            z.object({
              id: z.string().min(1).nullish(),
              name: z.object({ value: z.string().min(1), synonyms: z.array(z.string().min(1)).optional() }),
            }),
          ),
        }),
      )
      .min(1),
  }),
]);

/** What the skill has added to the model, ready to be understood. */
export interface DynamicEntities {
  readonly matcher: Matcher;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type EntityUpdate =
  | { readonly kind: 'none' }
  | { readonly kind: 'clear' }
  /** These take the place of all that were there, of other types too. */
  | { readonly kind: 'replace'; readonly types: readonly ModelSlotType[] }
  | { readonly kind: 'invalid'; readonly problem: string };

/** Reads the directive that adds values to slot types for a while (Alexa Skills Kit documentation, use-dynamic-entities-for-customized-interactions). */
export function readEntityUpdate(
  model: InteractionModel,
  directives: readonly { readonly type: string }[],
): EntityUpdate {
  const [directive, second] = directives.filter(({ type }) => type === updateDynamicEntitiesType);
  if (directive === undefined) return { kind: 'none' };
  if (second !== undefined) return invalid('stands there twice');
  const parsed = directiveSchema.safeParse(directive);
  if (!parsed.success)
    return invalid(
      `is not complete: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    );
  if (parsed.data.updateBehavior === 'CLEAR') return { kind: 'clear' };

  const { types } = parsed.data;
  const stranger = types.findIndex(({ name }) => !isTypeOf(model, name));
  if (stranger >= 0) return invalid(`types.${stranger}.name must be a slot type of the interaction model`);
  const count = types
    .flatMap(({ values }) => values)
    .reduce((sum, { name }) => sum + 1 + (name.synonyms ?? []).length, 0);
  if (count > maximumDynamicEntities)
    return invalid(`has ${count} values and synonyms, more than ${maximumDynamicEntities}`);
  return { kind: 'replace', types };
}

/** Reads slots as `read` does, and looks the words up among the added values too: theirs is an authority of its own, after that of the model. */
export function withDynamicEntities(read: SlotReader, types: readonly ModelSlotType[], skillId: string): SlotReader {
  const added = new Map(types.map((type) => [type.name, type]));
  return (slot, tokens) => {
    const reading = read(slot, tokens);
    const type = added.get(slot.type);
    if (reading === undefined || type === undefined) return reading;
    const resolutions = resolve(type, textOf(tokens), `dynamic.${skillId}`);
    return {
      ...reading,
      fit: isMatch(resolutions) ? 'known' : reading.fit,
      resolutions: {
        resolutionsPerAuthority: [
          ...(reading.resolutions?.resolutionsPerAuthority ?? []),
          ...resolutions.resolutionsPerAuthority,
        ],
      },
    };
  };
}

function isTypeOf({ languageModel: { intents, types } }: InteractionModel, name: string): boolean {
  return (
    types.some((type) => type.name === name) ||
    intents.some(({ slots }) => slots?.some(({ type }) => type === name) ?? false)
  );
}

function invalid(problem: string): EntityUpdate {
  return { kind: 'invalid', problem: `${updateDynamicEntitiesType} ${problem}` };
}
