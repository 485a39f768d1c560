import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import type { Timers } from '../../../shared/ports/timers.ts';
import { createTables } from './create-tables.ts';
import type { NamedTable } from './table-definition.ts';
import { refuseAsThrottled } from './throttling.ts';

export interface LocalDynamoDb {
  /** For AWS_ENDPOINT_URL_DYNAMODB. */
  readonly endpoint: string;
  /** While on, connections are hung up without an answer, open ones at once; what is stored stays. */
  outage(on: boolean): void;
  /** Holds every later request back, by 0 (the default) or more milliseconds. */
  slow(milliseconds: number): void;
  /** While on, requests are refused as DynamoDB refuses what is too much for a table; what is stored stays. */
  throttled(on: boolean): void;
  close(): Promise<void>;
}

/**
 * An embedded DynamoDB in memory, with these tables ACTIVE. What it does not do: transactions, deletion by time to live,
 * PartiQL, streams, ReturnValuesOnConditionCheckFailure (dynalite 4).
 */
export async function startDynamoDb(options: {
  readonly tables: readonly NamedTable[];
  readonly timers: Timers;
  /** Default: us-east-1. */
  readonly region?: string;
}): Promise<LocalDynamoDb> {
  const { tables, timers, region = 'us-east-1' } = options;
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const serve = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  let down = false;
  let throttling = false;
  let delayMilliseconds = 0;

  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    if (down || request.destroyed) {
      request.socket.destroy();
      return;
    }
    if (throttling) {
      refuseAsThrottled(request, response);
      return;
    }
    for (const each of serve) each(request, response);
    // dynalite throws when a client goes away in the middle of a request, as a function killed by its time-out does.
    request.removeAllListeners('error').on('error', () => undefined);
  };
  server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (delayMilliseconds === 0) pass(request, response);
    else timers.after(delayMilliseconds, () => pass(request, response));
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await createTables(endpoint, region, tables);

  return {
    endpoint,
    outage(on) {
      down = on;
      if (on) server.closeAllConnections();
    },
    slow(milliseconds) {
      delayMilliseconds = milliseconds;
    },
    throttled(on) {
      throttling = on;
    },
    async close() {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
