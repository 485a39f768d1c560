import { callContextRoute, callContextScope, type CallContextResponse } from '../../../shared/contracts/console-api.ts';
import type { CallContextId } from '../../../shared/domain/call-context-id.ts';
import { hasCode } from '../../../shared/errors.ts';
import type { DeliveryResult } from '../../../shared/ports/call-context-store.ts';
import { answerError, answerJson, type Answer } from '../answer.ts';
import type { ConsoleServices, Route } from '../route.ts';
import { askerOf, type ConsoleEvent } from '../token.ts';

/** Who is calling, and why, for the agent's screen. Every answer of 200 is recorded as a delivery. */
export const getCallContext: Route = {
  key: callContextRoute,
  scope: callContextScope,

  async answer(event, services) {
    const id = event.pathParameters?.['id'] ?? '';
    await services.contextIds.ready({ id });
    const check = services.contextIds.check(id, services.clock.now());
    switch (check.kind) {
      case 'malformed':
      case 'forged':
        services.log.warn('call-context-id-refused', { code: check.kind });
        return answerError(
          400,
          'invalid-call-context-id',
          'This is not a call-context id of ours: take the text after "csi=" in the User-to-User header, unhexed.',
        );
      case 'unverifiable':
        services.log.warn('call-context-id-refused', { code: check.kind });
        return answerError(503, 'store-unavailable', 'The id cannot be checked at the moment: try again.');
      case 'expired':
        return notFound();
      case 'valid':
        return deliver(check.id, event, services);
    }
  },
};

async function deliver(id: CallContextId, event: ConsoleEvent, services: ConsoleServices): Promise<Answer> {
  const result = await deliveryOf(id, event, services);
  if (result.kind === 'notFound') return notFound();
  services.log.info('call-context-delivered', { status: 200 });
  // Whose Alexa account it is concerns nobody who answers the call.
  const { owner: _owner, ...callContext } = result.context;
  return answerJson(200, { callContext } satisfies CallContextResponse);
}

async function deliveryOf(
  id: CallContextId,
  event: ConsoleEvent,
  { contexts, clock, log }: ConsoleServices,
): Promise<DeliveryResult> {
  try {
    return await contexts.deliver(id, { to: askerOf(event), at: clock.now() });
  } catch (error) {
    if (!hasCode(error, 'record-corrupt')) throw error;
    log.error('call-context-corrupt', error);
    return { kind: 'notFound' };
  }
}

function notFound(): Answer {
  return answerError(404, 'call-context-not-found', 'There is no such call context, or it has expired.');
}
