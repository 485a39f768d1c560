import { routeTable } from '../../../../../infra/local/api-gateway/route.ts';

const find = routeTable(
  [
    '$default',
    'ANY /tables/{name}',
    'GET /tables/{name}',
    'GET /tables/mine',
    'GET /files/{proxy+}',
    'GET /files/{id}',
    'POST /call-contexts/{id}/receipts',
  ].map((routeKey) => ({ routeKey, functionName: 'f' })),
);

describe('the routes of an HTTP API', () => {
  it.each([
    {
      case: 'a fixed segment before a parameter',
      method: 'GET',
      path: '/tables/mine',
      routeKey: 'GET /tables/mine',
      pathParameters: {},
    },
    {
      case: 'a named method before ANY',
      method: 'GET',
      path: '/tables/yours',
      routeKey: 'GET /tables/{name}',
      pathParameters: { name: 'yours' },
    },
    {
      case: 'ANY for the other methods',
      method: 'PUT',
      path: '/tables/mine',
      routeKey: 'ANY /tables/{name}',
      pathParameters: { name: 'mine' },
    },
    {
      case: 'a full match before a greedy one',
      method: 'GET',
      path: '/files/a',
      routeKey: 'GET /files/{id}',
      pathParameters: { id: 'a' },
    },
    {
      case: 'the greedy one for all the rest',
      method: 'GET',
      path: '/files/a/b%20c',
      routeKey: 'GET /files/{proxy+}',
      pathParameters: { proxy: 'a/b c' },
    },
    {
      case: 'parameters in the middle, decoded',
      method: 'POST',
      path: '/call-contexts/a%2Fb/receipts',
      routeKey: 'POST /call-contexts/{id}/receipts',
      pathParameters: { id: 'a/b' },
    },
    { case: 'the default last', method: 'GET', path: '/call-contexts/a', routeKey: '$default', pathParameters: {} },
    {
      case: 'the default for an empty parameter',
      method: 'GET',
      path: '/tables/',
      routeKey: '$default',
      pathParameters: {},
    },
  ])('take $case', ({ method, path, routeKey, pathParameters }) => {
    expect(find(method, path)).toEqual({ route: { routeKey, functionName: 'f' }, pathParameters });
  });

  it('find nothing without a default', () => {
    expect(routeTable([{ routeKey: 'GET /a', functionName: 'f' }])('GET', '/a/')).toBeUndefined();
  });

  it.each(['GET', 'get /a', 'GET a', 'GET /{a+}/b', 'GET /a{b}', 'GET /{a b}'])('refuse the key %p', (routeKey) => {
    expect(() => routeTable([{ routeKey, functionName: 'f' }])).toThrow(`not a route key: ${routeKey}`);
  });
});
