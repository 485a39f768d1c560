import type { CallContext } from '../../shared/domain/call-context.ts';
import type { CallContextId } from '../../shared/domain/call-context-id.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import type { CallIngress, CallStarter, CallStartResult } from '../../shared/ports/call-starter.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { withinTime } from '../../shared/within-time.ts';
import type { AlexaAccess } from '../alexa-access.ts';
import { timeLimits } from '../time-limits.ts';
import { storeInTime } from './store-in-time.ts';
import { needsNumber, startersFor, type WayInServices } from './ways-in.ts';

export type Started =
  | { readonly kind: 'started'; readonly ingress: CallIngress }
  | {
      readonly kind: 'notStarted';
      readonly result: Exclude<CallStartResult, { readonly kind: 'started' }>;
      /** What was tried. */
      readonly ingress: CallIngress;
      /** What could be offered instead, in configured order. */
      readonly others: readonly CallIngress[];
    }
  /** Expired, or forgotten: what was told has to be written down again. */
  | { readonly kind: 'contextGone' };

export interface CallToStart {
  readonly contextId: CallContextId;
  /** Of Alexa's request: one that comes twice calls once. */
  readonly requestId: string;
  /** That way and no other; by default the one that the context was written for. */
  readonly ingress?: CallIngress | undefined;
}

export type StartServices = WayInServices & {
  readonly callContexts: Pick<CallContextStore, 'order'>;
  /** The number of the SIP media application. */
  readonly smaPhoneNumber: E164;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
};

/**
 * Orders the call at the store, then starts it: two network round trips. In this order, for a request that comes twice must not call
 * twice, and an id that names nothing must never be handed over.
 * @throws BridgeError `store-unavailable` when the order was not confirmed in time: nobody was called.
 */
export async function startCall(call: CallToStart, access: AlexaAccess, services: StartServices): Promise<Started> {
  const { contextId, requestId } = call;
  const order = await storeInTime(
    'order a call',
    services.callContexts.order(contextId, { requestId, now: services.clock.now() }),
    services,
  );
  if (order.kind === 'notFound') return { kind: 'contextGone' };

  const { context } = order;
  const { phoneNumber } = context;
  const starters = startersFor(access, services).filter((starter) =>
    phoneNumber === undefined ? !needsNumber(starter.ingress) : (starter.reaches?.(phoneNumber) ?? true),
  );
  const ingress = call.ingress ?? ingressOf(context);
  if (order.kind === 'orderedBefore') {
    services.logger.info('call-ordered-before', { ingress });
    return { kind: 'started', ingress };
  }

  const result = await resultOf(ingress, { context, starters, access, services });
  if (result.kind === 'started') return { kind: 'started', ingress };
  const others = starters.map((starter) => starter.ingress).filter((other) => other !== ingress);
  return { kind: 'notStarted', result, ingress, others };
}

/** The skill writes no others: a call that somebody dials by hand has no context of its own. */
function ingressOf({ ingress }: CallContext): CallIngress {
  return ingress === 'phone' ? 'alexa-skill-call' : ingress;
}

interface Attempt {
  readonly context: CallContext;
  readonly starters: readonly CallStarter[];
  readonly access: AlexaAccess;
  readonly services: StartServices;
}

async function resultOf(
  ingress: CallIngress,
  { context, starters, access, services: { smaPhoneNumber, timers } }: Attempt,
): Promise<CallStartResult> {
  const starter = starters.find((each) => each.ingress === ingress);
  if (starter === undefined) return { kind: 'notCapable' };
  const starting = starter.start({
    contextId: context.id,
    // Without a number only such a way is left as does not show one.
    from: context.phoneNumber ?? smaPhoneNumber,
    to: smaPhoneNumber,
    deviceId: access.deviceId,
  });
  const started = await withinTime(timers, timeLimits.callingMs, starting);
  return started.kind === 'inTime' ? started.value : { kind: 'unavailable' };
}
