import type { Route } from '../api/route.ts';
import { callFigures } from './routes/call-figures.ts';
import { checkTable } from './routes/check-table.ts';
import { deleteDraft } from './routes/delete-draft.ts';
import { getDraft } from './routes/get-draft.ts';
import { getTable } from './routes/get-table.ts';
import { getVersion } from './routes/get-version.ts';
import { listChanges } from './routes/list-changes.ts';
import { listTables } from './routes/list-tables.ts';
import { listVersions } from './routes/list-versions.ts';
import { openApi } from './routes/open-api.ts';
import { publishTable } from './routes/publish-table.ts';
import { putDraft } from './routes/put-draft.ts';
import { reviewTable } from './routes/review-table.ts';
import { rollBackTable } from './routes/roll-back-table.ts';
import { simulate } from './routes/simulate.ts';
import type { RoutingServices } from './routing-services.ts';

/** Everything that the function of routing tables serves: a route is a file, and a line here. */
export const routingRoutes: readonly Route<RoutingServices>[] = [
  listTables,
  getTable,
  listVersions,
  getVersion,
  getDraft,
  putDraft,
  deleteDraft,
  checkTable,
  reviewTable,
  publishTable,
  rollBackTable,
  callFigures,
  listChanges,
  openApi,
  simulate,
];
