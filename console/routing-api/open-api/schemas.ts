import * as z from 'zod';
import { callCommandSchema } from '../../../shared/contracts/call-command.ts';
import { callResponseSchema, callsResponseSchema, callSummarySchema } from '../../../shared/contracts/calls-api.ts';
import { changesResponseSchema } from '../../../shared/contracts/changes-api.ts';
import {
  callCommandResponseSchema,
  callContextResponseSchema,
  consoleErrorSchema,
} from '../../../shared/contracts/console-api.ts';
import {
  callsOfContextResponseSchema,
  joinCallResponseSchema,
  liveCallsSchema,
} from '../../../shared/contracts/desk-api.ts';
import { figuresResponseSchema } from '../../../shared/contracts/figures-api.ts';
import { simulationSchema } from '../../../shared/contracts/simulation.ts';
import {
  checkRequestSchema,
  checkResponseSchema,
  draftChangedSchema,
  draftResponseSchema,
  findingSchema,
  publishedResponseSchema,
  publishRequestSchema,
  reviewRequestSchema,
  reviewResponseSchema,
  rollBackRequestSchema,
  saveDraftSchema,
  savedDraftSchema,
  simulateRequestSchema,
  tableResponseSchema,
  tableSourceSchema,
  tablesResponseSchema,
  versionChangedSchema,
  versionSchema,
  versionsResponseSchema,
} from '../../../shared/contracts/tables-api.ts';

/** What goes over the wire, by the name that it has in the description. */
const schemas = {
  TableSource: tableSourceSchema,
  Finding: findingSchema,
  Version: versionSchema,
  CallSummary: callSummarySchema,
  CallContext: callContextResponseSchema,
  CallsOfContext: callsOfContextResponseSchema,
  Calls: callsResponseSchema,
  LiveCalls: liveCallsSchema,
  Call: callResponseSchema,
  CallCommand: callCommandSchema,
  CallCommandAccepted: callCommandResponseSchema,
  MeetingPlace: joinCallResponseSchema,
  CallFigures: figuresResponseSchema,
  Tables: tablesResponseSchema,
  Table: tableResponseSchema,
  Versions: versionsResponseSchema,
  Draft: draftResponseSchema,
  SaveDraft: saveDraftSchema,
  SavedDraft: savedDraftSchema,
  CheckRequest: checkRequestSchema,
  CheckResponse: checkResponseSchema,
  SimulateRequest: simulateRequestSchema,
  Simulation: simulationSchema,
  ReviewRequest: reviewRequestSchema,
  ReviewResponse: reviewResponseSchema,
  PublishRequest: publishRequestSchema,
  RollBackRequest: rollBackRequestSchema,
  Published: publishedResponseSchema,
  Changes: changesResponseSchema,
  Error: consoleErrorSchema,
  DraftChanged: consoleErrorSchema.extend(draftChangedSchema.shape),
  VersionChanged: consoleErrorSchema.extend(versionChangedSchema.shape),
  TableRefused: consoleErrorSchema.extend(checkResponseSchema.shape),
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof schemas;

/** JSON Schemas (2020-12, as OpenAPI 3.1 has them) of what is written; what reads them may find more fields in a newer release. */
export function componentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: generated } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.fromEntries(
    Object.entries(generated).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
  );
}
