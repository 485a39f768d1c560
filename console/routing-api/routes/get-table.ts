import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { Route } from '../../api/route.ts';
import type { RoutingServices } from '../routing-services.ts';
import { noSuchTable, tableNameOf } from '../table-name.ts';
import { tableAnswer } from '../table-answer.ts';

/** The version in force, with the files that an operator wrote. */
export const getTable: Route<RoutingServices> = {
  ...consoleRoutes.getTable,

  async answer(event, services) {
    const name = tableNameOf(event);
    const [current] = name === undefined ? [] : await services.tables.history(name, 1);
    return name === undefined || current === undefined ? noSuchTable() : tableAnswer(name, current, services);
  },
};
