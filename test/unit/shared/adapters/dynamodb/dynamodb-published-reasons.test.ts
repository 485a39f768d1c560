import { createHash } from 'node:crypto';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbPublishedReasons } from '../../../../../shared/adapters/dynamodb/dynamodb-published-reasons.ts';
import { DynamoDbRoutingTableStore } from '../../../../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { routingTablesTable } from '../../../../../shared/contracts/tables.ts';
import type { RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { edited, publication, source, table } from '../../../../contract/routing-table-store.fixture.ts';
import { startDynalite, type Dynalite } from '../../../../support/dynalite.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';

let dynalite: Dynalite;
let tables = 0;

beforeAll(async () => {
  dynalite = await startDynalite();
});

afterAll(() => dynalite.stop());

async function published(...versions: readonly RoutingTable[]) {
  const tableName = `published-reasons-${(tables += 1)}`;
  await dynalite.createTable(tableName, routingTablesTable);
  const store = new DynamoDbRoutingTableStore(dynalite.client, { tableName });
  for (const [basedOn, version] of versions.entries()) await store.publish(version, source, publication(basedOn));
  const requests: string[] = [];
  const client = {
    send: (command: object, ...rest: unknown[]) => {
      requests.push(command.constructor.name);
      return (dynalite.client.send as (...args: unknown[]) => Promise<unknown>).call(dynalite.client, command, ...rest);
    },
  } as DynamoDBDocumentClient;
  return { reasons: new DynamoDbPublishedReasons(client, { tableName }), requests, tableName };
}

/** As a publication leaves it that broke off after it had written its version. */
async function pointBackTo(version: number, tableName: string): Promise<void> {
  const item = { name: table.name, version: 0, currentVersion: version };
  await dynalite.client.send(new PutCommand({ TableName: tableName, Item: item }));
}

/** Too large for one item: its branches have names that do not compress. */
const divided = routingTableOf({
  branches: Array.from({ length: 9000 }, (_, index) =>
    branchOf({ id: `b${index}`, name: createHash('sha256').update(String(index)).digest('base64') }),
  ),
  namedBranches: {},
});

describe('DynamoDbPublishedReasons', () => {
  it('reads the reasons of the version in force, in one round trip', async () => {
    const { reasons, requests } = await published(table, { ...edited, reasons: [] }, edited);

    const inForce = await reasons.inForce(table.name);

    expect(inForce).toEqual({ kind: 'read', version: 3, reasons: edited.reasons });
    expect([...requests].sort()).toEqual(['GetCommand', 'QueryCommand']);
  });

  it('says so when the version that the caller knows is still in force', async () => {
    const { reasons } = await published(table);

    expect(await reasons.inForce(table.name, { known: 1 })).toEqual({ kind: 'unchanged' });
  });

  it('reads no more than the first chunk of a table that is divided', async () => {
    const { reasons, requests } = await published(divided);

    const inForce = await reasons.inForce(table.name);

    expect(inForce).toEqual({ kind: 'read', version: 1, reasons: divided.reasons });
    expect(requests).toHaveLength(3);
  });

  it('takes the version that the pointer names, not a newer one that was never put in force', async () => {
    const { reasons, tableName } = await published(table, { ...edited, reasons: [] });
    await pointBackTo(1, tableName);

    expect(await reasons.inForce(table.name)).toEqual({ kind: 'read', version: 1, reasons: table.reasons });
  });

  it('does without the reasons when they would take a third round trip', async () => {
    const { reasons, requests, tableName } = await published(divided, edited);
    await pointBackTo(1, tableName);

    expect(await reasons.inForce(table.name)).toEqual({ kind: 'none' });
    expect(requests).toHaveLength(3);
  });

  it('has none when nothing is published', async () => {
    const { reasons } = await published();

    expect(await reasons.inForce(table.name)).toEqual({ kind: 'none' });
  });

  it('rejects when what is stored is no table', async () => {
    const { reasons, tableName } = await published(table);
    const item = { name: table.name, version: 1, runtime: Buffer.from('nonsense that is long enough') };
    await dynalite.client.send(new PutCommand({ TableName: tableName, Item: item }));

    await expect(reasons.inForce(table.name)).rejects.toMatchObject({ code: 'record-corrupt' });
  });
});
