import { createHash } from 'node:crypto';
import type { ModelSlotType } from '../interaction-model.ts';
import type { Resolutions } from '../intent.ts';
import { normalise } from './tokens.ts';

type ModelValue = ModelSlotType['values'][number];
type ValuesByForm = ReadonlyMap<string, readonly ModelValue[]>;

const valuesByType = new WeakMap<ModelSlotType, ValuesByForm>();

/**
 * Looks spoken words up among the values and synonyms of a slot type. Values are absent where nothing matches
 * (Alexa Skills Kit documentation, entity-resolution).
 */
export function resolve(type: ModelSlotType, spoken: string, skillId: string): Resolutions {
  return resolvePhrase(type, normalise(spoken), skillId);
}

/** The same for words in the form in which they are compared. */
export function resolvePhrase(type: ModelSlotType, phrase: string, skillId: string): Resolutions {
  const matches = valuesOf(type).get(phrase) ?? [];
  const authority = `amzn1.er-authority.echo-sdk.${skillId}.${type.name}`;
  return {
    resolutionsPerAuthority: [
      matches.length === 0
        ? { authority, status: { code: 'ER_SUCCESS_NO_MATCH' } }
        : {
            authority,
            status: { code: 'ER_SUCCESS_MATCH' },
            values: matches.map(({ id, name }) => ({ value: { name: name.value, id: id ?? madeUpId(name.value) } })),
          },
    ],
  };
}

export function isMatch(resolutions: Resolutions | undefined): boolean {
  return resolutions?.resolutionsPerAuthority.some(({ status }) => status.code === 'ER_SUCCESS_MATCH') ?? false;
}

/** The values of a type by each of their forms; a type is looked through once, not for each utterance. */
function valuesOf(type: ModelSlotType): ValuesByForm {
  const known = valuesByType.get(type);
  if (known !== undefined) return known;
  const values = new Map<string, ModelValue[]>();
  for (const value of type.values) {
    for (const form of new Set([value.name.value, ...(value.name.synonyms ?? [])].map(normalise)))
      values.set(form, [...(values.get(form) ?? []), value]);
  }
  valuesByType.set(type, values);
  return values;
}

/** Where the model gives no id, Alexa makes one up out of 32 hex digits, the same each time. */
function madeUpId(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 32);
}
