import { hasCode } from '../../shared/errors.ts';
import { answerError, answerJson, type Answer } from './answer.ts';
import { compressedAnswer } from './compressed-answer.ts';
import type { Route, RouteServices } from './route.ts';
import { hasScope, type ConsoleEvent } from './token.ts';

/**
 * Finds the route, checks that the token grants it, and answers. API Gateway has checked the token itself.
 * Never rejects: Lambda would write the error's message into the log, and with it, perhaps, what a caller said.
 * A bug is answered as API Gateway would answer it.
 */
export function createConsoleHandler<Services extends RouteServices>(
  routes: readonly Route<Services>[],
  services: Services,
): (event: ConsoleEvent) => Promise<Answer> {
  return async (event) => {
    const route = routes.find(({ key }) => key === event.routeKey);
    if (route === undefined)
      return answerError(404, 'route-not-found', `The console API serves ${routes.map(({ key }) => key).join(', ')}.`);
    if (route.scope !== undefined && !hasScope(event, route.scope))
      return answerError(
        403,
        'scope-missing',
        `The token does not grant the scope ${route.scope}: ask for it when you get the token.`,
      );
    try {
      return await compressedAnswer(event, await route.answer(event, services));
    } catch (error) {
      services.log.error('console-request-failed', error);
      if (hasCode(error, 'store-unavailable'))
        return answerError(503, 'store-unavailable', 'The store does not answer at the moment: try again.');
      return answerJson(500, { message: 'Internal Server Error' });
    }
  };
}
