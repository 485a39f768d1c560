import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import { checkRequestSchema, type CheckResponse } from '../../../shared/contracts/tables-api.ts';
import { answerJson } from '../../api/answer.ts';
import { readRequest } from '../../api/read-body.ts';
import type { Route } from '../../api/route.ts';
import { checkSource, findingAnswer } from '../../routing/check-source.ts';
import type { RoutingServices } from '../routing-services.ts';
import { invalidTableName, tableNameOf } from '../table-name.ts';

/** Says what is wrong with a table, where, and which caller would notice; changes nothing. */
export const checkTable: Route<RoutingServices> = {
  ...consoleRoutes.checkTable,

  answer(event, { clock, log }) {
    const name = tableNameOf(event);
    if (name === undefined) return Promise.resolve(invalidTableName());
    const reading = readRequest(event, checkRequestSchema);
    if (reading.kind === 'refused') return Promise.resolve(reading.answer);
    const check = checkSource(reading.value.source, { name, now: clock.now() });
    log.info('table-checked', { outcome: check.kind, count: check.findings.length });
    return Promise.resolve(answerJson(200, { findings: check.findings.map(findingAnswer) } satisfies CheckResponse));
  },
};
