import type { dialog, er } from 'ask-sdk-model';
import { reasonWords } from '../../shared/domain/routing/reason-words.ts';
import type { Reason } from '../../shared/domain/routing/table.ts';

/** The slot type of the interaction models that takes reasons. */
export const reasonSlotType = 'REASON';

/** In one directive, names and synonyms counted alike (Alexa Skills Kit documentation, use-dynamic-entities-for-customized-interactions). */
const mostEntities = 100;
/** As the developer console refuses longer values of a slot type. */
const longestWords = 140;

/**
 * Tells Alexa the reasons of the routing table for this session, in the place of those that a directive told before; the model's own
 * stay beside them. Most important first: where there are more than 100 names and synonyms, every reason keeps its name, then
 * each in turn gets a synonym, first the first. `undefined` when there is nothing to tell.
 *
 * It goes with plain questions only: developers report that Alexa ends the session when another directive comes with Dialog.ElicitSlot
 * or its like.
 */
export function dynamicEntities(
  reasons: readonly Reason[],
  locale: string,
): dialog.DynamicEntitiesDirective | undefined {
  const values = withinLimit(reasons.flatMap((reason) => speakable(reason, locale)));
  if (values.length === 0) return undefined;
  return { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'REPLACE', types: [{ name: reasonSlotType, values }] };
}

interface Words {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
}

function speakable(reason: Reason, locale: string): Words[] {
  const { id, name, synonyms } = reasonWords(reason, locale);
  const [first, ...rest] = [name, ...synonyms].filter((words) => words.length <= longestWords);
  return first === undefined ? [] : [{ id, name: first, synonyms: rest }];
}

function withinLimit(all: readonly Words[]): er.dynamic.Entity[] {
  const told = all.slice(0, mostEntities);
  let left = mostEntities - told.length;
  const kept = told.map(() => 0);
  for (let round = 0; left > 0 && told.some(({ synonyms }) => synonyms.length > round); round += 1) {
    for (const [index, { synonyms }] of told.entries()) {
      if (left === 0 || synonyms.length <= round) continue;
      kept[index] = round + 1;
      left -= 1;
    }
  }
  return told.map(({ id, name, synonyms }, index) => ({
    id,
    name: { value: name, synonyms: synonyms.slice(0, kept[index]) },
  }));
}
