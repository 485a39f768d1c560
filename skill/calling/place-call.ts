import type { CallContext } from '../../shared/domain/call-context.ts';
import { BridgeError } from '../../shared/errors.ts';
import type { CallStartResult } from '../../shared/ports/call-starter.ts';
import type { AlexaAccess } from '../alexa-access.ts';
import type { Asked } from '../gathering/asking.ts';
import { gatherCallerFacts, type AlexaClients } from '../gathering/caller-facts.ts';
import type { SkillServices } from '../skill-services.ts';
import { timeLimits } from '../time-limits.ts';
import { withinTime } from '../../shared/within-time.ts';
import { newCallContext } from './new-call-context.ts';
import type { RequestedCall } from './requested-call.ts';

export interface CallOrder {
  readonly call: RequestedCall;
  readonly access: AlexaAccess;
  readonly clients: AlexaClients;
  /** BCP 47. */
  readonly locale: string | undefined;
}

export type PlacedCall =
  /** Nothing was written and nobody was called: there is no number to call from. */
  | { readonly kind: 'numberMissing'; readonly because: Exclude<Asked<unknown>['kind'], 'given'> }
  /** Alexa was asked to place the call, and this is what it said. */
  | { readonly kind: 'asked'; readonly result: CallStartResult };

export type CallServices = Pick<
  SkillServices,
  'callContexts' | 'callContextIds' | 'callStarter' | 'smaPhoneNumber' | 'clock' | 'timers' | 'logger'
>;

/**
 * Gathers, writes the context, then starts the call: in this order, for the device may ring PSTN Audio
 * before the answer to the skill is back, and an id that names nothing must never be handed over.
 * @throws BridgeError `store-unavailable` when the context could not be written in time, or its id not be signed; no call was
 * started.
 */
export async function placeCall(
  { call, access, clients, locale }: CallOrder,
  services: CallServices,
): Promise<PlacedCall> {
  const [{ phoneNumber, ...facts }] = await Promise.all([
    gatherCallerFacts(clients, access.deviceId, services),
    services.callContextIds.ready(),
  ]);
  if (phoneNumber.kind !== 'given') return { kind: 'numberMissing', because: phoneNumber.kind };

  const number = phoneNumber.value;
  const context = newCallContext({ call, number, facts, locale }, services.callContextIds, services.clock.now());
  await store(context, services);

  const request = { contextId: context.id, from: number, to: services.smaPhoneNumber, deviceId: access.deviceId };
  return { kind: 'asked', result: await services.callStarter(access).start(request) };
}

async function store(context: CallContext, { callContexts, timers }: CallServices): Promise<void> {
  const written = await withinTime(timers, timeLimits.storingMs, callContexts.put(context));
  if (written.kind === 'late') {
    throw new BridgeError(
      'store-unavailable',
      `the call context was not written within ${timeLimits.storingMs} ms; look at the table's latency and throttling`,
    );
  }
}
