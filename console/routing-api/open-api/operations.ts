import type { ConsoleError } from '../../../shared/contracts/console-api.ts';
import type { ConsoleRouteName } from '../../../shared/contracts/console-routes.ts';
import type { QueryParameter, RequestHeader } from './parameters.ts';
import type { SchemaName } from './schemas.ts';

/** What a route takes and gives, beside what all of them do. */
export interface Operation {
  readonly summary: string;
  readonly query?: readonly QueryParameter[];
  readonly headers?: readonly RequestHeader[];
  readonly body?: SchemaName;
  /** How it goes well. `schema`: absent where nothing is answered with, or nothing that has one. */
  readonly answer: {
    readonly status: 200 | 202 | 204;
    readonly schema?: SchemaName;
    readonly type?: 'text/event-stream';
    readonly etag?: boolean;
  };
  readonly errors: readonly OperationError[];
}

export interface OperationError {
  readonly status: 400 | 404 | 409 | 413 | 422 | 428 | 429 | 503;
  readonly code: ConsoleError['code'];
  /** Where there is more than code and message. */
  readonly schema?: SchemaName;
}

const noTable = { status: 404, code: 'table-not-found' } as const;
const noVersion = { status: 404, code: 'version-not-found' } as const;
const noCall = { status: 404, code: 'call-not-found' } as const;
const invalid = { status: 400, code: 'invalid-request' } as const;
const invalidCall = { status: 400, code: 'invalid-transaction-id' } as const;
const tooLarge = { status: 413, code: 'table-too-large' } as const;
const noRecords = { status: 503, code: 'records-unavailable' } as const;
const draftChanged = { status: 409, code: 'draft-changed', schema: 'DraftChanged' } as const;
const versionChanged = { status: 409, code: 'version-changed', schema: 'VersionChanged' } as const;
const refused = { status: 422, code: 'table-refused', schema: 'TableRefused' } as const;
const noPrecondition = { status: 428, code: 'precondition-required' } as const;
const contextErrors = [
  { status: 400, code: 'invalid-call-context-id' },
  { status: 404, code: 'call-context-not-found' },
] as const;

export const operations: Readonly<Record<ConsoleRouteName, Operation>> = {
  getCallContext: {
    summary: 'Who is calling, and why. Each answer of 200 is recorded as a delivery.',
    answer: { status: 200, schema: 'CallContext' },
    errors: contextErrors,
  },
  callsOfContext: {
    summary: 'Calls of this context, and of others of the same caller that have not expired; latest first.',
    answer: { status: 200, schema: 'CallsOfContext' },
    errors: [...contextErrors, noRecords],
  },
  listCalls: {
    summary: 'Calls that began in some time, each in short; latest first.',
    query: ['from', 'to', 'limit', 'cursor'],
    answer: { status: 200, schema: 'Calls' },
    errors: [{ status: 400, code: 'invalid-calls-query' }, noRecords],
  },
  liveCalls: {
    summary:
      'The latest calls as server-sent events, one event an answer: ask again after it, with its id. The event "calls" has LiveCalls as its data.',
    headers: ['last-event-id'],
    answer: { status: 200, schema: 'LiveCalls', type: 'text/event-stream' },
    errors: [noRecords],
  },
  getCall: {
    summary: 'All records of one call: how it was decided, what was tried, what came of it.',
    answer: { status: 200, schema: 'Call' },
    errors: [invalidCall, noCall, noRecords],
  },
  commandCall: {
    summary:
      'Has a call under way transferred, ended, muted, or told of its adviser. What it made of it is in its records.',
    body: 'CallCommand',
    answer: { status: 202, schema: 'CallCommandAccepted' },
    errors: [
      invalidCall,
      { status: 400, code: 'invalid-call-command' },
      noCall,
      { status: 409, code: 'call-ended' },
      { status: 429, code: 'commands-throttled' },
      { status: 503, code: 'commands-unavailable' },
    ],
  },
  joinCall: {
    summary: 'A place for an adviser in the meeting that a call waits in.',
    answer: { status: 200, schema: 'MeetingPlace' },
    errors: [
      invalidCall,
      noCall,
      { status: 404, code: 'meeting-not-found' },
      { status: 503, code: 'meetings-unavailable' },
      noRecords,
    ],
  },
  callFigures: {
    summary: 'What came of the calls of some time, counted: outcomes, times to answer, contexts delivered, fallbacks.',
    query: ['from', 'to'],
    answer: { status: 200, schema: 'CallFigures' },
    errors: [{ status: 400, code: 'invalid-calls-query' }, noRecords],
  },
  listTables: {
    summary: 'All routing tables: those in force, and those that somebody has begun.',
    answer: { status: 200, schema: 'Tables' },
    errors: [],
  },
  getTable: {
    summary: 'The version in force, with the files that an operator wrote.',
    answer: { status: 200, schema: 'Table' },
    errors: [noTable],
  },
  listVersions: {
    summary: 'Who put what in force, when and why; newest first, 200 at most.',
    answer: { status: 200, schema: 'Versions' },
    errors: [noTable],
  },
  getVersion: {
    summary: 'A version that is or was in force, with its files.',
    answer: { status: 200, schema: 'Table' },
    errors: [noTable, noVersion],
  },
  getDraft: {
    summary: 'What is being worked on, as it was saved last.',
    answer: { status: 200, schema: 'Draft', etag: true },
    errors: [{ status: 404, code: 'draft-not-found' }],
  },
  putDraft: {
    summary: 'Saves the draft, where nobody else has since. It may have errors: they count when it is published.',
    headers: ['if-match', 'if-none-match'],
    body: 'SaveDraft',
    answer: { status: 200, schema: 'SavedDraft', etag: true },
    errors: [invalid, draftChanged, tooLarge, noPrecondition],
  },
  deleteDraft: {
    summary: 'Discards the draft, where nobody else has saved it since.',
    headers: ['if-match'],
    answer: { status: 204 },
    errors: [invalid, draftChanged, noPrecondition],
  },
  checkTable: {
    summary: 'What is wrong with a table, where, and which caller would notice. Changes nothing.',
    body: 'CheckRequest',
    answer: { status: 200, schema: 'CheckResponse' },
    errors: [invalid],
  },
  simulate: {
    summary: 'Where a caller would go, and why. Changes nothing, and calls nobody.',
    body: 'SimulateRequest',
    answer: { status: 200, schema: 'Simulation' },
    errors: [invalid, noTable, refused],
  },
  reviewTable: {
    summary: "What a table would change against the one in force, and how many of last week's calls it concerns.",
    body: 'ReviewRequest',
    answer: { status: 200, schema: 'ReviewResponse' },
    errors: [invalid, refused],
  },
  publishTable: {
    summary: 'Puts the draft in force, as it was saved last. Calls that begin within half a minute go by it.',
    body: 'PublishRequest',
    answer: { status: 200, schema: 'Published' },
    errors: [invalid, draftChanged, versionChanged, tooLarge, refused],
  },
  rollBackTable: {
    summary: 'Puts an earlier version in force again, as a version of its own.',
    body: 'RollBackRequest',
    answer: { status: 200, schema: 'Published' },
    errors: [invalid, noTable, noVersion, versionChanged, refused],
  },
  listChanges: {
    summary: "Who changed what, when and why, and who looked at a caller's context; latest first.",
    query: ['limit', 'cursor'],
    answer: { status: 200, schema: 'Changes' },
    errors: [invalid],
  },
  openApi: {
    summary: 'This description.',
    answer: { status: 200 },
    errors: [],
  },
};
