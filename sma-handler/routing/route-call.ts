import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { FindDestination, Route, RouteWish } from '../route.ts';
import { defaultRoute } from './default-destination.ts';
import { routeAgain, routeChosen } from './known-call.ts';
import { routeCallback, routeInbound } from './new-call.ts';
import type { RoutingServices } from './routing-services.ts';
import { transferTarget } from './transfer-target.ts';

export interface Router {
  /**
   * Decides where a call goes. Never rejects for want of a store, and never waits for all of them together longer than the budget:
   * without the context it decides by the hint in the id, without a table it takes the default destination.
   */
  readonly route: (wish: RouteWish, event: SmaEvent) => Promise<Route>;
  /** Never rejects for want of a store either: without the table there is no such destination. */
  readonly destination: FindDestination;
}

export function createRouter(services: RoutingServices): Router {
  return {
    route(wish, event) {
      switch (wish.kind) {
        case 'inbound':
          return routeInbound(event, services);
        case 'refused':
          return Promise.resolve(defaultRoute(wish, services.defaultPlan));
        case 'callback':
          return routeCallback(event, wish.contextId, services);
        case 'chosen':
          return routeChosen(event, wish, services);
        case 'again':
          return routeAgain(event, wish.facts, services);
        default:
          return assertNever(wish);
      }
    },
    destination: (command, facts) => transferTarget(command.destination, facts, services),
  };
}
