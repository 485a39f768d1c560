import { writtenItems } from '../../../../../infra/local/dynamodb/written-items.ts';

const tables = [
  { tableName: 'contexts', partitionKey: { name: 'id', type: 'S' } },
  { tableName: 'versions', partitionKey: { name: 'name', type: 'S' }, sortKey: { name: 'version', type: 'N' } },
] as const;
const one = { id: { S: 'one' } };
const two = { id: { S: 'two' } };
const version = { name: { S: 'bank' }, version: { N: '3' } };

describe('the items that a request to DynamoDB writes', () => {
  const cases = [
    {
      case: 'a put',
      operation: 'PutItem',
      body: { TableName: 'contexts', Item: { ...one, more: { N: '1' } } },
      keys: [one],
    },
    { case: 'an update', operation: 'UpdateItem', body: { TableName: 'versions', Key: version }, keys: [version] },
    { case: 'a deletion', operation: 'DeleteItem', body: { TableName: 'contexts', Key: two }, keys: [two] },
    {
      case: 'a batch',
      operation: 'BatchWriteItem',
      body: { RequestItems: { contexts: [{ PutRequest: { Item: one } }, { DeleteRequest: { Key: two } }] } },
      keys: [one, two],
    },
    { case: 'a read', operation: 'GetItem', body: { TableName: 'contexts', Key: one }, keys: [] },
    { case: 'a put without its key', operation: 'PutItem', body: { TableName: 'contexts', Item: {} }, keys: [] },
    { case: 'a put to another table', operation: 'PutItem', body: { TableName: 'others', Item: one }, keys: [] },
    { case: 'what is no request', operation: 'PutItem', body: undefined, keys: [] },
  ];

  it.each(cases)('are known by their keys: $case', ({ operation, body, keys }) => {
    expect(writtenItems(operation, body, tables).map(({ key }) => key)).toEqual(keys);
  });

  it('are told apart by table and key, however the request writes them', () => {
    const turned = { version: version.version, name: version.name };
    const [put] = writtenItems('PutItem', { TableName: 'versions', Item: { ...turned, at: { N: '1' } } }, tables);
    const [update] = writtenItems('UpdateItem', { TableName: 'versions', Key: version }, tables);
    const [other] = writtenItems('UpdateItem', { TableName: 'contexts', Key: one }, tables);

    expect(put?.id).toBe(update?.id);
    expect(other?.id).not.toBe(update?.id);
  });
});
