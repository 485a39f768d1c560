import type { HandlerInput } from 'ask-sdk-core';
import type { Directive, Response } from 'ask-sdk-model';
import { ssml } from '../speech/ssml.ts';
import type { Words } from '../speech/words.ts';
import { consentDirective, dialogDirective, scopes } from './directives.ts';
import { writeState } from './session-attributes.ts';
import type { Answer, ShownCard } from './step.ts';

/** The answer as Alexa takes it. A session that goes on keeps what was said; one that ends is ended in so many words. */
export function render(
  { responseBuilder, attributesManager }: HandlerInput,
  answer: Answer,
  { words, reasons }: { readonly words: Words; readonly reasons?: Directive | undefined },
): Response {
  switch (answer.kind) {
    case 'ask': {
      const { speech, reprompt } = answer.question(words);
      const said = answer.before === undefined ? speech : ssml`${answer.before(words)} ${speech}`;
      // One or the other: developers report that Alexa refuses new reasons beside a question of the dialog.
      const directive = dialogDirective(answer.state) ?? reasons;
      attributesManager.setSessionAttributes(writeState(answer.state));
      responseBuilder.speak(said.ssml).reprompt(reprompt.ssml).withShouldEndSession(false);
      return (directive === undefined ? responseBuilder : responseBuilder.addDirective(directive)).getResponse();
    }
    case 'askConsent':
      attributesManager.setSessionAttributes(writeState(answer.state));
      return responseBuilder.addDirective(consentDirective(answer.consent)).getResponse();
    case 'close':
      attributesManager.setSessionAttributes({});
      if (answer.card !== undefined) show({ responseBuilder }, answer.card, words);
      return responseBuilder.speak(answer.say(words).ssml).withShouldEndSession(true).getResponse();
    default:
      return answer satisfies never;
  }
}

function show({ responseBuilder }: Pick<HandlerInput, 'responseBuilder'>, card: ShownCard, words: Words): void {
  if (card.kind === 'consent') {
    responseBuilder.withAskForPermissionsConsentCard([...scopes[card.consent]]);
    return;
  }
  const { title, content } = card.text(words);
  responseBuilder.withSimpleCard(title, content);
}
