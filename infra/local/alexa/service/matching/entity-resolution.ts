import { createHash } from 'node:crypto';
import type { ModelSlotType } from '../interaction-model.ts';
import type { Resolutions } from '../intent.ts';
import { normalise } from './tokens.ts';

/**
 * Looks spoken words up among the values and synonyms of a slot type. Values are absent where nothing matches
 * (Alexa Skills Kit documentation, entity-resolution).
 */
export function resolve(type: ModelSlotType, spoken: string, skillId: string): Resolutions {
  const said = normalise(spoken);
  const matches = type.values.filter(({ name }) =>
    [name.value, ...(name.synonyms ?? [])].some((form) => normalise(form) === said),
  );
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

/** Where the model gives no id, Alexa makes one up out of 32 hex digits, the same each time. */
function madeUpId(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 32);
}
