import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { Ingress } from '../../shared/domain/call-context.ts';
import type { Route } from '../route.ts';
import { callToRoute, type CallToRoute } from './call-to-route.ts';
import { claimedCaller } from './claimed-caller.ts';
import { decidedRoute } from './decided-route.ts';
import { strangerFrom, type KnownCaller } from './known-caller.ts';
import type { RoutingServices } from './routing-services.ts';
import { contextOrdered, contextShownBy, type ShownContext } from './shown-context.ts';
import { currentVersion, pinnedTable, tableOrOlder } from './tables-in-time.ts';

/** Decides for a call that comes in. Of whom nothing is known is asked, where the table has something to ask. */
export function routeInbound(event: SmaEvent, services: RoutingServices): Promise<Route> {
  const call = callToRoute(event, services);
  return routeNewCall(call, services, {
    entry: 'phone',
    shown: contextShownBy(call, services),
  });
}

/** Decides for a call that was ordered by the skill, when it has been answered. */
export function routeCallback(
  event: SmaEvent,
  contextId: string | undefined,
  services: RoutingServices,
): Promise<Route> {
  const call = callToRoute(event, services);
  return routeNewCall(call, services, {
    entry: 'callback',
    shown: contextOrdered(contextId, call, services),
  });
}

interface NewCall {
  /** How it came in when no context says so. */
  readonly entry: Ingress;
  readonly shown: Promise<ShownContext | undefined>;
}

/**
 * Context and table are had at the same time, each in two steps at most (whose context, and its claim; the version, and its content),
 * so that a slow one does not use up the other's time. The claim pins the version: a retry stays with the one that the first
 * delivery began with, as long as that can be had.
 */
async function routeNewCall(call: CallToRoute, services: RoutingServices, { entry, shown }: NewCall): Promise<Route> {
  const version = currentVersion(call, services);
  const [known, current] = await Promise.all([
    knownCaller(shown, version, call, services),
    version.then((known) => tableOrOlder(known, call, services)),
  ]);
  const pinned = known?.tableVersion;
  const published =
    pinned === undefined || pinned === (await version) ? current : await pinnedTable(pinned, call, services);
  return decidedRoute(known ?? { caller: strangerFrom(entry, call.number) }, published ?? current, call, services, {
    askWhy: true,
  });
}

async function knownCaller(
  shown: Promise<ShownContext | undefined>,
  version: Promise<number | undefined>,
  call: CallToRoute,
  services: RoutingServices,
): Promise<KnownCaller | undefined> {
  const context = await shown;
  return context === undefined ? undefined : claimedCaller(context, await version, call, services);
}
