import type { ConsoleScope } from './console-scopes.ts';

/** The functions behind the console API. */
export type ConsoleFunction = 'console-api' | 'routing-api';

/** One route of the console API: the API serves it, both clouds let it through, and the OpenAPI document names it. */
export interface ConsoleRoute {
  /** As API Gateway names it: "GET /call-contexts/{id}". */
  readonly key: string;
  readonly function: ConsoleFunction;
  /** What a token must grant. Absent: any token will do. */
  readonly scope?: ConsoleScope;
  /** Requests a second from all who ask together; bursts get twice as many. */
  readonly perSecond: number;
}

/** What people wait for; what writes, or reads many calls, is asked for less often. */
const often = 50;
const sometimes = 10;
/** Every open page asks once a second. */
const byEveryPage = 500;
const seldom = 5;

export const consoleRoutes = {
  /** Who is calling, and why. Each answer of 200 is recorded as a delivery. */
  getCallContext: {
    key: 'GET /call-contexts/{id}',
    function: 'console-api',
    scope: 'call-contexts/read',
    perSecond: often,
  },
  /** Calls that the same caller made, or that were made with the same context, while its context lasts. */
  callsOfContext: {
    key: 'GET /call-contexts/{id}/calls',
    function: 'console-api',
    scope: 'call-contexts/read',
    perSecond: often,
  },
  /** Calls of some time, in short. */
  listCalls: { key: 'GET /calls', function: 'console-api', scope: 'calls/read', perSecond: often },
  /** The latest calls as server-sent events: one event an answer, where there is news; the client asks again. */
  liveCalls: { key: 'GET /calls/live', function: 'console-api', scope: 'calls/read', perSecond: byEveryPage },
  /** All records of one call. */
  getCall: { key: 'GET /calls/{transactionId}', function: 'console-api', scope: 'calls/read', perSecond: often },
  /** Has something done to a call under way. */
  commandCall: {
    key: 'POST /calls/{transactionId}/commands',
    function: 'console-api',
    scope: 'calls/control',
    perSecond: sometimes,
  },
  /** A place for an adviser in the meeting that a call waits in. */
  joinCall: {
    key: 'POST /calls/{transactionId}/attendees',
    function: 'console-api',
    scope: 'calls/control',
    perSecond: sometimes,
  },
  /** What came of the calls of some time, counted. */
  callFigures: { key: 'GET /call-figures', function: 'routing-api', scope: 'calls/read', perSecond: seldom },

  listTables: { key: 'GET /tables', function: 'routing-api', scope: 'tables/read', perSecond: often },
  /** The version in force, with the files that an operator wrote. */
  getTable: { key: 'GET /tables/{name}', function: 'routing-api', scope: 'tables/read', perSecond: sometimes },
  listVersions: {
    key: 'GET /tables/{name}/versions',
    function: 'routing-api',
    scope: 'tables/read',
    perSecond: sometimes,
  },
  getVersion: {
    key: 'GET /tables/{name}/versions/{version}',
    function: 'routing-api',
    scope: 'tables/read',
    perSecond: sometimes,
  },
  getDraft: { key: 'GET /tables/{name}/draft', function: 'routing-api', scope: 'tables/read', perSecond: often },
  /** Saves it, where nobody else has since (If-Match, or If-None-Match: * for the first). */
  putDraft: { key: 'PUT /tables/{name}/draft', function: 'routing-api', scope: 'tables/write', perSecond: sometimes },
  deleteDraft: {
    key: 'DELETE /tables/{name}/draft',
    function: 'routing-api',
    scope: 'tables/write',
    perSecond: sometimes,
  },
  /** What is wrong with a table, and with whom it would show. */
  checkTable: { key: 'POST /tables/{name}/check', function: 'routing-api', scope: 'tables/read', perSecond: seldom },
  /** Where a caller would go, and why. */
  simulate: { key: 'POST /tables/{name}/simulate', function: 'routing-api', scope: 'tables/read', perSecond: seldom },
  /** What a table would change against the one in force, and how many of last week's calls it would concern. */
  reviewTable: { key: 'POST /tables/{name}/review', function: 'routing-api', scope: 'tables/read', perSecond: seldom },
  /** Puts the draft in force. */
  publishTable: {
    key: 'POST /tables/{name}/publish',
    function: 'routing-api',
    scope: 'tables/write',
    perSecond: seldom,
  },
  /** Puts an earlier version in force again. */
  rollBackTable: {
    key: 'POST /tables/{name}/rollback',
    function: 'routing-api',
    scope: 'tables/write',
    perSecond: seldom,
  },
  /** Who changed what, when and why. */
  listChanges: { key: 'GET /changes', function: 'routing-api', scope: 'tables/read', perSecond: sometimes },
  /** This API, described. */
  openApi: { key: 'GET /openapi.json', function: 'routing-api', perSecond: seldom },
} as const satisfies Record<string, ConsoleRoute>;

export type ConsoleRouteName = keyof typeof consoleRoutes;
