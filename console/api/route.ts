import type { ConsoleRoute } from '../../shared/contracts/console-routes.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { Answer } from './answer.ts';
import type { ConsoleEvent } from './token.ts';

/** What every function behind the console API has. */
export interface RouteServices {
  readonly log: Logger;
}

/** One route of the console API, served from what its function has. */
export interface Route<Services extends RouteServices> extends Pick<ConsoleRoute, 'key' | 'scope'> {
  /** May reject with a BridgeError `store-unavailable`. */
  answer(event: ConsoleEvent, services: Services): Promise<Answer>;
}
