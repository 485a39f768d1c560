import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import { reviewRequestSchema, type ReviewResponse } from '../../../shared/contracts/tables-api.ts';
import { answerJson } from '../../api/answer.ts';
import { readRequest } from '../../api/read-body.ts';
import type { Route } from '../../api/route.ts';
import { checkSource, findingAnswer } from '../../routing/check-source.ts';
import { noCalls } from '../review/last-week.ts';
import { review } from '../review/review.ts';
import type { RoutingServices } from '../routing-services.ts';
import { invalidTableName, tableNameOf } from '../table-name.ts';

/** Whom a draft would send elsewhere than the table in force does, and how many of last week's calls that would have been. Changes nothing. */
export const reviewTable: Route<RoutingServices> = {
  ...consoleRoutes.reviewTable,

  async answer(event, services) {
    const { clock, tables, log } = services;
    const now = clock.now();
    const name = tableNameOf(event);
    if (name === undefined) return invalidTableName();
    const reading = readRequest(event, reviewRequestSchema);
    if (reading.kind === 'refused') return reading.answer;
    const check = checkSource(reading.value.source, { name, now });
    const findings = check.findings.map(findingAnswer);
    // Nobody can say where a table with errors would send anybody.
    if (check.kind === 'refused') {
      const against = await tables.currentVersion(name);
      return answerJson(200, {
        against,
        findings,
        changes: [],
        isComplete: false,
        lastWeek: noCalls,
      } satisfies ReviewResponse);
    }
    const reviewed = await review({ name, source: check.source, table: check.table, now }, services);
    log.info('table-reviewed', { status: 200, count: reviewed.changes.length });
    return answerJson(200, { ...reviewed, findings } satisfies ReviewResponse);
  },
};
