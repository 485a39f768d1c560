import * as z from 'zod';
import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import {
  deliveriesAnswer,
  recordAnswer,
  summaryAnswer,
  type CallResponse,
} from '../../../shared/contracts/calls-api.ts';
import { summarise } from '../../../shared/domain/call-flow/summarise.ts';
import { answerError, answerJson } from '../answer.ts';
import { recordsUnavailable } from '../records-unavailable.ts';
import type { ConsoleServices } from '../console-services.ts';
import type { Route } from '../route.ts';

/** All that is known of what happened to one call: how it was decided, what was tried, what came of it. */
export const getCall: Route<ConsoleServices> = {
  ...consoleRoutes.getCall,

  async answer(event, { callRecords, log }) {
    const id = z.uuid().safeParse(event.pathParameters?.['transactionId']);
    if (!id.success)
      return answerError(
        400,
        'invalid-transaction-id',
        'This is no transaction id: take it from the list of calls, or from the log.',
      );
    if (callRecords === undefined) return recordsUnavailable();
    const transactionId = id.data.toLowerCase();
    const found = await callRecords.ofCall(transactionId);
    if (found === undefined)
      return answerError(
        404,
        'call-not-found',
        'There is no record of such a call: records are kept 90 days, and the first one is written when the call begins.',
      );
    const { records, receipt } = found;
    log.info('call-read', { transactionId, status: 200, count: records.length });
    return answerJson(200, {
      transactionId,
      ...(records.length === 0 ? {} : { summary: summaryAnswer(summarise(records, receipt)) }),
      records: records.map(recordAnswer),
      ...(receipt === undefined ? {} : { deliveries: deliveriesAnswer(receipt) }),
    } satisfies CallResponse);
  },
};
