import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Timers } from '../../../shared/ports/timers.ts';
import { readBody } from '../http/read-body.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import { startDynamoDb, type LocalDynamoDb } from './dynamodb.ts';
import { forward, operationOf, passBack, refuseRegion, signedRegion } from './region-door.ts';
import { Replica } from './replica.ts';
import { Replication } from './replication.ts';
import type { NamedTable } from './table-definition.ts';
import { writtenItems } from './written-items.ts';

export interface GlobalTablesOptions {
  readonly tables: readonly NamedTable[];
  /** Where there is a replica of each table. */
  readonly regions: readonly string[];
  readonly timers: Timers;
  /** From a write in one Region to its copy in the others, 0 or more; on AWS mostly less than a second. */
  readonly lagMilliseconds: number;
}

/** DynamoDB global tables: each Region writes to a replica of its own, and what it writes comes to the others. */
export interface GlobalTables {
  /** For AWS_ENDPOINT_URL_DYNAMODB, of functions in any Region: a request goes to the Region that it is signed for. */
  readonly endpoint: string;
  /** The DynamoDB of one Region, with its faults. @throws RangeError when there is none. */
  replica(region: string): LocalDynamoDb;
  /** The lag of later writes, 0 or more. */
  lag(milliseconds: number): void;
  /** How many copies some replica has not yet. */
  readonly behind: number;
  /** Every replica takes at once what it has not yet. One that is down goes on being behind. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** More than DynamoDB takes in a BatchWriteItem: 16 MB. */
const mostBytes = 17_000_000;

/**
 * Replicas of the tables, one DynamoDB a Region, that follow each other with a lag; the last writer of an item wins. Conditions
 * hold in the Region that is asked, and nowhere else: as on AWS, with replicas of eventual consistency. What it does not do:
 * replicas of strong consistency, streams for others, and copies of a write whose answer an outage has cut off.
 */
export async function startGlobalTables(options: GlobalTablesOptions): Promise<GlobalTables> {
  const { tables, regions, timers, lagMilliseconds } = options;
  await using parts = new AsyncDisposableStack();
  const databases = new Map<string, { readonly database: LocalDynamoDb; readonly replica: Replica }>();
  for (const region of regions) {
    const database = parts.adopt(await startDynamoDb({ tables, timers, region }), (each) => each.close());
    const replica = parts.adopt(new Replica({ region, endpoint: database.endpoint }), (each) => each.close());
    databases.set(region, { database, replica });
  }
  const replication = parts.adopt(
    new Replication({ replicas: [...databases.values()].map(({ replica }) => replica), timers, lagMilliseconds }),
    (each) => each.close(),
  );

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = (await readBody(request, mostBytes)) ?? Buffer.of();
    const region = signedRegion(request.headers);
    const there = databases.get(region ?? '');
    if (there === undefined) {
      refuseRegion(response, region);
      return;
    }
    const pass = async (): Promise<boolean> => {
      const answer = await forward(there.database.endpoint, request, body);
      passBack(response, answer);
      return answer.status === 200;
    };
    const items = writtenItems(operationOf(request.headers), readJson(body), tables);
    try {
      await (items.length === 0 ? pass() : replication.write(there.replica, items, pass));
    } catch {
      // Hung up there, hung up here: an outage looks the same from either door.
      request.socket.destroy();
    }
  };
  const door = parts.adopt(await serveOnLoopback(serve), (each) => each.close());

  const started = parts.move();
  return {
    endpoint: door.endpoint,
    replica(region) {
      const there = databases.get(region);
      if (there === undefined)
        throw new RangeError(`no replica is in ${region}; there are: ${[...databases.keys()].join(', ')}`);
      return there.database;
    },
    lag(milliseconds) {
      replication.lagMilliseconds = milliseconds;
    },
    get behind() {
      return replication.behind;
    },
    catchUp: () => replication.catchUp(),
    close: () => started.disposeAsync(),
  };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
