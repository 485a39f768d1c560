import { consoleRoutes, type ConsoleRoute, type ConsoleRouteName } from '../../../shared/contracts/console-routes.ts';
import { consoleScopes } from '../../../shared/contracts/console-scopes.ts';
import { operations, type Operation, type OperationError } from './operations.ts';
import { pathParametersOf, queryParameter, requestHeader } from './parameters.ts';
import { componentSchemas, type SchemaName } from './schemas.ts';

/** OpenAPI Specification 3.1.1. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: object;
  readonly servers: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly [kind: string]: object };
}

/** What may happen at every route. */
const everywhere: Readonly<Record<number, object>> = {
  401: { description: 'There is no token, or none that is good: API Gateway says so, with a message.' },
  403: errorResponse([{ code: 'scope-missing' }]),
  429: { description: 'More requests a second than the route takes: API Gateway says so, with a message. Try again.' },
  500: { description: 'A bug. It is in the log.' },
  503: errorResponse([{ code: 'store-unavailable' }]),
};

/** The console API, described: made of the routes and schemas that it is served by, so that it cannot say anything else. */
export function openApiDocument(): OpenApiDocument {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries(consoleRoutes) as [ConsoleRouteName, ConsoleRoute][]) {
    const [method = '', path = ''] = route.key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(name, route, path) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'The console API of the Skill Call Bridge',
      version: '1',
      description: [
        'Errors have a code and a message, which says what is wrong, where, and what to do.',
        'A body of more than 256 KiB is sent with gzip, as content-type: application/gzip: API Gateway takes 10 MB, and Lambda 6 MB.',
        `Scopes are ${consoleScopes.join(', ')}.`,
      ].join(' '),
    },
    servers: [{ url: '.' }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function describe(name: ConsoleRouteName, { scope, perSecond }: ConsoleRoute, path: string): object {
  const { summary, query = [], headers = [], body, answer, errors }: Operation = operations[name];
  return {
    operationId: name,
    summary,
    description: `${perSecond} requests a second from all who ask together; bursts get twice as many.`,
    parameters: [...pathParametersOf(path), ...query.map(queryParameter), ...headers.map(requestHeader)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyContent(body) } }),
    responses: { ...everywhere, ...errorResponses(errors), [answer.status]: goodResponse(answer) },
    security: [{ token: scope === undefined ? [] : [scope] }],
  };
}

function goodResponse({ status, schema, type, etag = false }: Operation['answer']): object {
  return {
    description: status === 202 ? 'Accepted, not done.' : 'Done.',
    ...(etag
      ? { headers: { etag: { description: 'What the next saving is based on.', schema: { type: 'string' } } } }
      : {}),
    ...(status === 204 ? {} : { content: answerContent(schema, type) }),
  };
}

/** What is in an event stream has no schema in OpenAPI 3.1; its events are told of in the summary. */
function answerContent(schema: SchemaName | undefined, type: 'text/event-stream' | undefined): object {
  if (type !== undefined) return { [type]: { schema: { type: 'string' } } };
  return { 'application/json': { schema: schema === undefined ? { type: 'object' } : reference(schema) } };
}

function bodyContent(schema: SchemaName): object {
  return {
    'application/json': { schema: reference(schema) },
    'application/gzip': { schema: { type: 'string', contentMediaType: 'application/json', contentEncoding: 'gzip' } },
  };
}

/** One for each status, with all codes that come with it. */
function errorResponses(errors: readonly OperationError[]): Record<string, object> {
  const statuses = [...new Set(errors.map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = errors.filter((error) => error.status === status);
      return [status, errorResponse(status === 503 ? [{ code: 'store-unavailable' }, ...ofStatus] : ofStatus)];
    }),
  );
}

function errorResponse(errors: readonly Pick<OperationError, 'code' | 'schema'>[]): object {
  const names = [...new Set(errors.map(({ schema = 'Error' }) => schema))];
  const references = names.map(reference);
  return {
    description: errors.map(({ code }) => code).join(', '),
    content: { 'application/json': { schema: references.length === 1 ? references[0] : { anyOf: references } } },
  };
}

function reference(name: SchemaName): object {
  return { $ref: `#/components/schemas/${name}` };
}
