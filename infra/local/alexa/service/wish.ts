import { readConsentDirective, startConnectionType, type ConsentWish } from './consent/consent-directive.ts';
import { isDialogDirective, readDialogDirective, type DialogWish } from './dialog/directive.ts';
import { updateDynamicEntitiesType } from './dynamic-entities.ts';
import type { Intent } from './intent.ts';
import type { InteractionModel } from './interaction-model.ts';
import type { SkillResponse } from './response.ts';

/** How the skill wants the conversation to go on. */
export type Wish =
  /** With its own words, or not at all. */
  { readonly kind: 'none' } | DialogWish | ConsentWish;

/** `current` is the intent that the skill was asked with, if it was one. Updates of entities may stand beside anything. */
export function readWish(model: InteractionModel, response: SkillResponse, current: Intent | undefined): Wish {
  const directives = (response.directives ?? []).filter(({ type }) => type !== updateDynamicEntitiesType);
  const unknown = directives.find(({ type }) => !isDialogDirective(type) && type !== startConnectionType);
  if (unknown !== undefined)
    return { kind: 'invalid', problem: `the local Alexa and its device do not support the directive ${unknown.type}` };
  const [directive, second] = directives;
  if (directive === undefined) return { kind: 'none' };
  if (second !== undefined)
    return {
      kind: 'invalid',
      problem: `a response has one Dialog directive or one ${startConnectionType}, not ${directives.length}`,
    };
  return directive.type === startConnectionType
    ? readConsentDirective(directive, response)
    : readDialogDirective(model, response, directive, current);
}
