import { createConsoleHandler } from '../../../../console/api/console-handler.ts';
import type { ConsoleServices } from '../../../../console/api/console-services.ts';
import { callRoutes } from '../../../../console/api/routes.ts';
import type { ConsoleEvent } from '../../../../console/api/token.ts';
import { MemoryCallContextStore } from '../../../../shared/adapters/memory/memory-call-context-store.ts';
import { MemoryCallRecordStore } from '../../../../shared/adapters/memory/memory-call-record-store.ts';
import { consoleScopes } from '../../../../shared/contracts/console-scopes.ts';
import type { Change } from '../../../../shared/domain/change.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import { contextCreatedAt, testCallContextIds } from '../../../support/call-context-builder.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

export interface ConsoleRequest {
  readonly route: string;
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly asker?: string;
}

export interface ConsoleAnswer {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly text: string;
}

/** The console's function over stores in memory, asked by somebody who may do everything. */
export class ConsoleFixture {
  readonly clock = new TimersFake(contextCreatedAt);
  readonly contextIds = testCallContextIds();
  readonly contexts = new MemoryCallContextStore();
  readonly callRecords = new MemoryCallRecordStore();
  readonly changes: Change[] = [];
  readonly logged: string[] = [];
  /** Whether changes can be remembered. */
  auditIsThere = true;

  async ask(request: ConsoleRequest, more: Partial<ConsoleServices> = {}): Promise<ConsoleAnswer> {
    const services: ConsoleServices = {
      clock: this.clock,
      contextIds: this.contextIds,
      contexts: this.contexts,
      callRecords: this.callRecords,
      changes: {
        add: async (change) => {
          if (!this.auditIsThere) throw new BridgeError('store-unavailable', 'DynamoDB did not add a change');
          this.changes.push(change);
        },
      },
      log: createLogger({ clock: this.clock, write: (line) => this.logged.push(line) }),
      ...more,
    };
    const { statusCode, headers = {}, body = '' } = await createConsoleHandler(callRoutes, services)(eventOf(request));
    return { status: statusCode, headers, text: body };
  }
}

function eventOf({ route, path = {}, query, headers = {}, body, asker = 'agent-1' }: ConsoleRequest): ConsoleEvent {
  return {
    routeKey: route,
    pathParameters: path,
    queryStringParameters: query,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: { authorizer: { jwt: { claims: { sub: asker, scope: consoleScopes.join(' ') }, scopes: null } } },
  } as unknown as ConsoleEvent;
}
