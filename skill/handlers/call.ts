import type { RequestHandler } from 'ask-sdk-core';
import type { Converse } from '../conversation/converse.ts';
import { intentOf, isIntent } from './intents.ts';
import { saidOfCall } from './said-of-call.ts';

/** "Call support about my bill", "call me back instead", "no, my savings account", and yes or no to whether the call is to be placed. */
export function callHandler(converse: Converse): RequestHandler {
  return {
    canHandle: (input) => isIntent(input, 'CallIntent', 'CallBackIntent'),
    handle(input) {
      const intent = intentOf(input.requestEnvelope.request) ?? { name: '', confirmationStatus: 'NONE' };
      const { name, confirmationStatus } = intent;
      return converse(input, {
        kind: 'call',
        way: name === 'CallBackIntent' ? 'callBack' : 'call',
        said: saidOfCall(intent),
        // A caller who says no comes as COMPLETED too.
        ...(confirmationStatus === 'CONFIRMED' ? { decision: 'yes' as const } : {}),
        ...(confirmationStatus === 'DENIED' ? { decision: 'no' as const } : {}),
      });
    },
  };
}
