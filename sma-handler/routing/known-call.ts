import { callContextIdSchema } from '../../shared/contracts/call-context.ts';
import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { parseCallContextId } from '../../shared/domain/call-context-id.ts';
import type { CallFacts } from '../call-state.ts';
import type { Route } from '../route.ts';
import { callToRoute, type CallToRoute } from './call-to-route.ts';
import { decidedRoute } from './decided-route.ts';
import { callerOf, strangerFrom, type KnownCaller } from './known-caller.ts';
import type { RoutingServices } from './routing-services.ts';
import { pinnedTableOrAnother } from './tables-in-time.ts';

/** Decides for a caller who has said what the call is about: as for anybody whose reason was known from the beginning. */
export async function routeChosen(
  event: SmaEvent,
  { facts, reasonId }: { readonly facts: CallFacts; readonly reasonId?: string },
  services: RoutingServices,
): Promise<Route> {
  const call = callToRoute(event, services);
  const published = await pinnedTableOrAnother(facts.tableVersion, call, services);
  return decidedRoute(byFacts(facts, reasonId, call), published, call, services);
}

/** Decides once more for a caller who wants another try: for the moment at which the call began, by the same table and context. */
export async function routeAgain(event: SmaEvent, facts: CallFacts, services: RoutingServices): Promise<Route> {
  const call = callToRoute(event, services, { goesOn: true });
  const [known, published] = await Promise.all([
    claimedAgain(facts, call, services),
    pinnedTableOrAnother(facts.tableVersion, call, services),
  ]);
  return decidedRoute(known ?? byFacts(facts, facts.reasonId, call), published, call, services);
}

/** The call claimed its context when it began; the same transaction may again, and changes nothing by it. */
async function claimedAgain(
  { contextId, tableVersion = 0, entry }: CallFacts,
  { transactionId, number, time }: CallToRoute,
  { contexts, clock }: RoutingServices,
): Promise<KnownCaller | undefined> {
  const id = callContextIdSchema.safeParse(contextId);
  if (!id.success) return undefined;
  const claimed = await time.had('context-unavailable', () =>
    contexts.claim(id.data, { transactionId, tableVersion, now: clock.now() }),
  );
  // A context can have expired during the call: what was kept of it has to do.
  return claimed?.kind === 'claimed'
    ? { caller: callerOf(claimed.context, entry, number), contextId: id.data }
    : undefined;
}

/** The caller, by what the call has kept of them. */
function byFacts(
  { entry, locale, contextId }: CallFacts,
  reasonId: string | undefined,
  { number }: CallToRoute,
): KnownCaller {
  const reasonHint = contextId === undefined ? undefined : parseCallContextId(contextId)?.reasonHint;
  return {
    caller: {
      ...strangerFrom(entry, number),
      ...(locale === undefined ? {} : { locale }),
      ...(reasonId === undefined ? {} : { reasonId }),
    },
    ...(contextId === undefined ? {} : { contextId }),
    ...(reasonHint === undefined ? {} : { reasonHint }),
  };
}
