import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { CallContextResponse } from '../../../shared/contracts/console-api.ts';
import type { CallContextId } from '../../../shared/domain/call-context-id.ts';
import { hasCode } from '../../../shared/errors.ts';
import type { DeliveryResult } from '../../../shared/ports/call-context-store.ts';
import { answerJson, type Answer } from '../answer.ts';
import { askedContext, contextNotFound } from '../asked-context.ts';
import { audited } from '../audit.ts';
import type { ConsoleServices } from '../console-services.ts';
import type { Route } from '../route.ts';
import { askerOf, type ConsoleEvent } from '../token.ts';

/** Who is calling, and why, for the agent's screen. Every answer of 200 is recorded as a delivery. */
export const getCallContext: Route<ConsoleServices> = {
  ...consoleRoutes.getCallContext,

  async answer(event, services) {
    const asked = await askedContext(event, services);
    return asked.kind === 'refused' ? asked.answer : deliver(asked.id, event, services);
  },
};

async function deliver(id: CallContextId, event: ConsoleEvent, services: ConsoleServices): Promise<Answer> {
  const result = await deliveryOf(id, event, services);
  if (result.kind === 'notFound') return contextNotFound();
  services.log.info('call-context-delivered', { status: 200 });
  await audited(event, { kind: 'contextRead', subject: id }, services);
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
