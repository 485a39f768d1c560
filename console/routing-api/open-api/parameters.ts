import { idPattern } from '../../../shared/contracts/table-file/parts.ts';

/** Of OpenAPI 3.1, as far as it is used here. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description: string;
  readonly schema: object;
}

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;

const pathParameters = {
  id: { description: 'Of a call context, as a call carries it in its header.', schema: text },
  transactionId: { description: "PSTN Audio's id of a call.", schema: { type: 'string', format: 'uuid' } },
  name: { description: 'Of a routing table.', schema: { type: 'string', pattern: idPattern.source } },
  version: { description: 'From 1.', schema: { type: 'integer', minimum: 1 } },
} as const;

const queryParameters = {
  from: { description: 'The beginning, with its offset; 31 days before the end at most.', schema: time },
  to: { description: 'The end. Without times: the last 24 hours.', schema: time },
  limit: { description: 'How many on a page.', schema: { type: 'integer', minimum: 1, maximum: 100 } },
  cursor: { description: 'Of the page before.', schema: text },
} as const;
export type QueryParameter = keyof typeof queryParameters;

const requestHeaders = {
  'if-match': { description: 'The etag that the change started from, in quotation marks.', schema: text },
  'if-none-match': { description: '"*" for the first draft of a table.', schema: text },
  'last-event-id': {
    description: 'Of the event before: there is another one only when something has changed.',
    schema: text,
  },
} as const;
export type RequestHeader = keyof typeof requestHeaders;

/**
 * Of a path as API Gateway writes it, which is OpenAPI's way too.
 * @throws RangeError for a name that has no description here.
 */
export function pathParametersOf(path: string): readonly Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    if (!isKnown(name)) throw new RangeError(`the path parameter ${name} has to be described`);
    return { name, in: 'path', required: true, ...pathParameters[name] };
  });
}

export function queryParameter(name: QueryParameter): Parameter {
  return { name, in: 'query', ...queryParameters[name] };
}

export function requestHeader(name: RequestHeader): Parameter {
  return { name, in: 'header', ...requestHeaders[name] };
}

function isKnown(name: string): name is keyof typeof pathParameters {
  return Object.hasOwn(pathParameters, name);
}
