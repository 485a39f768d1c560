import { openApiDocument } from '../../../../console/routing-api/open-api/document.ts';
import { consoleErrorCodes } from '../../../../shared/contracts/console-api.ts';
import { consoleRoutes, type ConsoleRoute } from '../../../../shared/contracts/console-routes.ts';
import { RoutingFixture } from './routing-fixture.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly description: string; readonly content?: object }>;
  readonly security: readonly Record<string, readonly string[]>[];
}

const document = openApiDocument();
const operation = (key: string): Operation => {
  const [method = '', path = ''] = key.split(' ');
  return document.paths[path]![method.toLowerCase()] as Operation;
};

/** All values of "$ref", wherever they stand. */
function references(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : references(value)));
}

describe('the description of the console API', () => {
  it('has every route, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );

    expect(described.toSorted()).toEqual(
      Object.values(consoleRoutes)
        .map(({ key }) => key)
        .toSorted(),
    );
  });

  describe.each(Object.entries(consoleRoutes) as [string, ConsoleRoute][])('of %s', (name, { key, scope }) => {
    const { operationId, summary, parameters, requestBody, responses, security } = operation(key);

    it('names it, and the scope that it asks for', () => {
      expect([operationId, summary]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/)]);
      expect(security).toEqual([{ token: scope === undefined ? [] : [scope] }]);
    });

    it('has the parameters of its path, all required, and none twice', () => {
      const inPath = [...key.matchAll(/\{(\w+)\}/g)].map(([, each]) => each);

      expect(parameters.filter((each) => each.in === 'path')).toMatchObject(
        inPath.map((each) => ({ name: each, required: true })),
      );
      expect(new Set(parameters.map((each) => `${each.in} ${each.name}`)).size).toBe(parameters.length);
    });

    it('has a schema for what goes in, and for what comes out well', () => {
      const takesBody = /^(?:PUT|POST) /.test(key) && name !== 'joinCall';
      const good = Object.entries(responses).filter(([status]) => Number(status) < 300);

      expect(requestBody?.content['application/json']?.schema).toEqual(
        takesBody ? { $ref: expect.any(String) } : undefined,
      );
      expect(good).toHaveLength(1);
      const [[status, { content }]] = good as [[string, Operation['responses'][string]]];
      const type = name === 'liveCalls' ? 'text/event-stream' : 'application/json';
      const schema = ['liveCalls', 'openApi'].includes(name)
        ? { type: expect.any(String) }
        : { $ref: expect.any(String) };
      expect(content).toEqual(status === '204' ? undefined : { [type]: { schema } });
    });

    it('says what may go wrong', () => {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '429', '500', '503']));
      for (const { description } of Object.values(responses)) expect(description).not.toBe('');
    });
  });

  it('refers to schemas that are there', () => {
    const used = new Set(references(document));

    expect(used.size).toBeGreaterThan(25);
    for (const reference of used) {
      const name = reference.replace('#/components/schemas/', '');
      expect(document.components.schemas).toHaveProperty([name]);
    }
  });

  it('says of every error of the functions where it may come from', () => {
    const described = Object.values(consoleRoutes).flatMap(({ key }) =>
      Object.values(operation(key).responses).flatMap(({ description }) => description.split(', ')),
    );

    // No route is there to be told of, and the local cloud is not this API.
    const expected = consoleErrorCodes.filter((code) => code !== 'route-not-found' && code !== 'local-cloud-refused');
    expect(expected.filter((code) => !described.includes(code))).toEqual([]);
  });

  it('is given to every bearer of a token', async () => {
    const { status, body } = await new RoutingFixture().ask('openApi');

    expect([status, body]).toEqual([200, JSON.parse(JSON.stringify(document))]);
    expect(body.openapi).toBe('3.1.1');
  });
});
