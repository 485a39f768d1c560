import type { HandlerInput, RequestHandler } from 'ask-sdk-core';
import type { IntentRequest, Response } from 'ask-sdk-model';
import { alexaAccessOf } from '../alexa-access.ts';
import { placeCall, type CallServices, type PlacedCall } from '../calling/place-call.ts';
import { requestedCall, type RequestedCall } from '../calling/requested-call.ts';
import { sayAndClose, wordsOf } from '../speech/answers.ts';
import { timeLimits } from '../time-limits.ts';
import { withinTime } from '../../shared/within-time.ts';
import { isIntent } from './intents.ts';

/** What the Alexa app shows to ask for Profile.mobileNumber (Alexa Customer Profile API, permissions). */
const mobileNumberScope = 'alexa::profile:mobile_number:read';

/** "Call support about my bill": Alexa asks for what is missing, then the call is placed. */
export function callHandler(services: CallServices): RequestHandler {
  return {
    canHandle: (input) => isIntent(input, 'CallIntent'),
    async handle(input) {
      const request = input.requestEnvelope.request as IntentRequest;
      // A caller who says no comes as COMPLETED too: this must be asked first.
      if (request.intent.confirmationStatus === 'DENIED') return sayAndClose(input, wordsOf(input).notCalling);
      // Without speech: Alexa says the prompts of the dialog model.
      if (request.dialogState !== 'COMPLETED')
        return input.responseBuilder.addDelegateDirective().withShouldEndSession(false).getResponse();
      return await call(input, request, services);
    },
  };
}

async function call(input: HandlerInput, { intent, locale }: IntentRequest, services: CallServices): Promise<Response> {
  const access = alexaAccessOf(input.requestEnvelope);
  const clients = input.serviceClientFactory;
  if (access === undefined || clients === undefined) return sayAndClose(input, wordsOf(input).noDevice);

  const start = services.clock.now();
  const requested = requestedCall(intent);
  const placed = await withinTime(
    services.timers,
    timeLimits.wholeRequestMs,
    placeCall({ call: requested, access, clients, locale }, services),
  );
  if (placed.kind === 'late') {
    services.logger.warn('call-late', { milliseconds: timeLimits.wholeRequestMs });
    return sayAndClose(input, wordsOf(input).callNotStarted.unavailable);
  }
  services.logger.info('call-requested', {
    ingress: 'alexa-skill-call',
    locale,
    milliseconds: services.clock.now() - start,
    ...outcomeFields(placed.value),
  });
  return answer(input, requested, placed.value);
}

function answer(input: HandlerInput, { reason, accountId }: RequestedCall, placed: PlacedCall): Response {
  const words = wordsOf(input);
  if (placed.kind === 'numberMissing') {
    if (placed.because === 'permissionMissing')
      input.responseBuilder.withAskForPermissionsConsentCard([mobileNumberScope]);
    return sayAndClose(input, words.numberMissing[placed.because]);
  }
  const { result } = placed;
  return sayAndClose(
    input,
    result.kind === 'started' ? words.calling({ reason, accountId }) : words.callNotStarted[result.kind],
  );
}

function outcomeFields(placed: PlacedCall): { outcome: string; code?: string } {
  if (placed.kind === 'numberMissing') return { outcome: `number-${placed.because}` };
  const { result } = placed;
  return result.kind === 'refused' ? { outcome: result.kind, code: result.code } : { outcome: result.kind };
}
