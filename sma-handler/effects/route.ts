import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { Plan } from '../../shared/domain/routing/plan.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import { describe, type Invocation } from '../invocation.ts';
import type { FindDestination, Route, RouteWish } from '../route.ts';
import { defaultRoute } from '../routing/default-destination.ts';
import { withoutVoicemail } from '../routing/without-voicemail.ts';
import type { FlowInput, Step, World } from '../step.ts';

export interface RoutingEffects {
  /** Decides where a call goes, within its own budget. */
  readonly route: (wish: RouteWish, event: SmaEvent) => Promise<Route>;
  readonly destination: FindDestination;
  /** Taken when `route` fails in a way that nobody foresaw. */
  readonly defaultPlan: Plan;
  readonly world: World;
  readonly log: Logger;
}

/** Where the call goes: to the default destination when that cannot even be asked. Never rejects. */
export async function route(
  { wish }: Extract<Step, { kind: 'route' }>,
  { event }: Invocation,
  services: RoutingEffects,
): Promise<FlowInput> {
  const { log, defaultPlan } = services;
  try {
    return { kind: 'routed', event, route: recordable(await services.route(wish, event), event, services) };
  } catch (error) {
    log.error('unexpected-exception', error, describe(event));
    return { kind: 'routed', event, route: defaultRoute(wish, defaultPlan) };
  }
}

/** Where an operator wants the call, if the table has such a place. Never rejects. */
export async function findDestination(
  { state, command }: Extract<Step, { kind: 'findDestination' }>,
  { event }: Invocation,
  { destination, log }: RoutingEffects,
): Promise<FlowInput> {
  try {
    return { kind: 'destinationFound', event, target: await destination(command, state.facts) };
  } catch (error) {
    log.error('destination-unavailable', error, describe(event));
    return { kind: 'destinationFound', event, target: undefined };
  }
}

/** Without a bucket no voicemail can be recorded, and words that lead to one are not to be said. */
function recordable(decided: Route, event: SmaEvent, { world, log, defaultPlan }: RoutingEffects): Route {
  const { plan } = decided;
  if (world.voicemailBucket !== undefined || !plan.attempts.some(({ kind }) => kind === 'voicemail')) return decided;
  log.warn('voicemail-passed-over', { ...describe(event), code: 'voicemail-bucket-missing' });
  return { ...decided, plan: withoutVoicemail(plan, defaultPlan) };
}
