import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { Simulation } from '../../../shared/contracts/simulation.ts';
import { simulateRequestSchema } from '../../../shared/contracts/tables-api.ts';
import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import { BridgeError } from '../../../shared/errors.ts';
import { answerError, answerJson } from '../../api/answer.ts';
import { readRequest } from '../../api/read-body.ts';
import type { Route } from '../../api/route.ts';
import { simulate as play } from '../../routing/simulation/simulate.ts';
import { wishOfRequest } from '../../routing/simulation/wish-of-request.ts';
import { checkSource, findingAnswer } from '../../routing/check-source.ts';
import type { RoutingServices } from '../routing-services.ts';
import { noSuchTable, tableNameOf } from '../table-name.ts';

/** Where a caller would go, why, and what they would hear: by the version in force, or by a table that is given. Nobody is rung. */
export const simulate: Route<RoutingServices> = {
  ...consoleRoutes.simulate,

  async answer(event, { clock, tables, log }) {
    const name = tableNameOf(event);
    if (name === undefined) return noSuchTable();
    const reading = readRequest(event, simulateRequestSchema);
    if (reading.kind === 'refused') return reading.answer;
    const { source, ...request } = reading.value;
    const wish = wishOfRequest(request, clock.now());

    if (source !== undefined) {
      // Opening hours are compiled from the call's moment on.
      const check = checkSource(source, { name, now: wish.at });
      log.info('call-simulated', { outcome: check.kind });
      if (check.kind === 'sound') return answerJson(200, play(indexTable(check.table), wish) satisfies Simulation);
      return answerError(422, 'table-refused', 'The table has errors: mend what is found, and try again.', {
        findings: check.findings.map(findingAnswer),
      });
    }
    const version = await tables.currentVersion(name);
    if (version === 0) return noSuchTable();
    const published = await tables.load(name, version);
    if (published === undefined)
      throw new BridgeError('record-corrupt', 'stored routing table: a version has no content');
    log.info('call-simulated', { status: 200, tableVersion: version });
    return answerJson(200, { ...play(indexTable(published.table), wish), tableVersion: version } satisfies Simulation);
  },
};
