import { createConsoleHandler } from '../../../../console/api/console-handler.ts';
import type { ConsoleServices } from '../../../../console/api/console-services.ts';
import { callRoutes } from '../../../../console/api/routes.ts';
import type { ConsoleEvent } from '../../../../console/api/token.ts';
import { MemoryCallContextStore } from '../../../../shared/adapters/memory/memory-call-context-store.ts';
import type { AttemptMade } from '../../../../shared/domain/call-flow/happening.ts';
import type { CallRecord } from '../../../../shared/domain/call-flow/call-record.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import type { CallRecordStore } from '../../../../shared/ports/call-record-store.ts';
import { testCallContextIds } from '../../../support/call-context-builder.ts';
import { callBeganAt, callRecordOf } from '../../../support/call-record-builder.ts';

export interface CallsRequest {
  readonly query?: Record<string, string>;
  readonly transactionId?: string;
  readonly scope?: string;
}

export interface Answered {
  readonly status: number | undefined;
  readonly body: unknown;
}

/** When requests of these tests are made: an hour after the calls. */
export const askedAt = epochMs(callBeganAt + 60 * 60 * 1000);

/** Asks for one call where a transaction id is given, else for a list of calls. */
export async function askForCalls(
  callRecords: CallRecordStore | undefined,
  { query, transactionId, scope = 'calls/read' }: CallsRequest,
): Promise<Answered> {
  const clock = { now: () => askedAt };
  const services: ConsoleServices = {
    clock,
    contextIds: testCallContextIds(),
    contexts: new MemoryCallContextStore(),
    log: createLogger({ clock, write: () => undefined }),
    ...(callRecords === undefined ? {} : { callRecords }),
  };
  const event = {
    routeKey: transactionId === undefined ? 'GET /calls' : 'GET /calls/{transactionId}',
    pathParameters: { transactionId },
    queryStringParameters: query,
    requestContext: { authorizer: { jwt: { claims: { sub: 'operator-1', scope }, scopes: null } } },
  } as unknown as ConsoleEvent;
  const { statusCode, body = '' } = await createConsoleHandler(callRoutes, services)(event);
  return { status: statusCode, body: JSON.parse(body) };
}

/** A call that was answered by the contact centre, ten seconds after it came in. */
export function answeredCall(transactionId: string, callStartedAt = callBeganAt): CallRecord[] {
  const attempt: AttemptMade = { number: 1, kind: 'contactCenter', id: 'desk' };
  return [
    callRecordOf({
      transactionId,
      callStartedAt,
      happenings: [
        { kind: 'routed', entry: 'phone', ruleId: 'lost-card', destinations: ['contactCenter:desk'] },
        { kind: 'attemptBegan', attempt, context: 'sent' },
      ],
    }),
    callRecordOf({
      transactionId,
      callStartedAt,
      sequence: 2,
      at: epochMs(callStartedAt + 10_000),
      phase: 'connected',
      happenings: [{ kind: 'attemptEnded', attempt, outcome: 'answered' }],
    }),
  ];
}
