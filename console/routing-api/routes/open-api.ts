import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import { answerJson } from '../../api/answer.ts';
import type { Route } from '../../api/route.ts';
import { openApiDocument, type OpenApiDocument } from '../open-api/document.ts';
import type { RoutingServices } from '../routing-services.ts';

/** Made when it is asked for first: it is the same for everybody. */
let document: OpenApiDocument | undefined;

/** The console API, described. */
export const openApi: Route<RoutingServices> = {
  ...consoleRoutes.openApi,

  answer() {
    document ??= openApiDocument();
    return Promise.resolve(answerJson(200, document));
  },
};
