import type { HandlerInput } from 'ask-sdk-core';
import type { Directive, Response } from 'ask-sdk-model';
import { alexaAccessOf, type AlexaAccess } from '../alexa-access.ts';
import { dynamicEntities } from '../catalogue/dynamic-entities.ts';
import { waysIn } from '../calling/ways-in.ts';
import type { SkillServices } from '../skill-services.ts';
import { localeOf, wordsOf } from '../speech/answers.ts';
import { next } from './conversation.ts';
import type { Heard } from './heard.ts';
import { render } from './render.ts';
import { readState } from './session-attributes.ts';
import type { Ways } from './step.ts';
import { answerOf } from './turn.ts';

/** Goes on with the conversation that a request belongs to, and answers it. */
export type Converse = (input: HandlerInput, heard: Heard) => Promise<Response>;

/** The conversation, with everything around it that it wants done. */
export function converseWith(services: SkillServices): Converse {
  return async (input, heard) => {
    const { requestEnvelope } = input;
    const access = alexaAccessOf(requestEnvelope);
    const ways = { ...waysOf(access, services), locale: localeOf(input) };
    const turn = { input, access, ways, began: services.clock.now() };
    const step = next(readState(requestEnvelope.session?.attributes), heard, ways);
    const [answer, reasons] = await Promise.all([answerOf(step, turn, services), currentReasons(input, services)]);
    return render(input, answer, { words: wordsOf(input, services), reasons });
  };
}

/** What can be done for whoever speaks, on the device they speak to. */
function waysOf(access: AlexaAccess | undefined, services: SkillServices): Ways {
  const { linkedProfiles } = services;
  const ingresses = access === undefined ? [] : waysIn(access, services);
  return {
    // Without a device neither can: it is said when a call is to be prepared.
    call: access === undefined || ingresses.some((ingress) => ingress !== 'callback'),
    callBack: ingresses.includes('callback'),
    hidesItsPlace: access?.geolocation.kind === 'permissionMissing',
    isAccountLinked: linkedProfiles !== undefined && access?.linkedToken !== undefined,
  };
}

/** Whoever opens the skill can call about what the table in force has: the model's own list may be older. */
async function currentReasons(input: HandlerInput, { catalogue }: SkillServices): Promise<Directive | undefined> {
  if (input.requestEnvelope.request.type !== 'LaunchRequest' || catalogue === undefined) return undefined;
  const reasons = await catalogue.reasons();
  return reasons && dynamicEntities(reasons, localeOf(input) ?? 'en-US');
}
