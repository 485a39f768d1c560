import * as z from 'zod';
import { callContextSchema } from './call-context.ts';

/** Of `GET /call-contexts/{id}`. The routes themselves are in console-routes.ts. */
export const callContextResponseSchema = z.object({ callContext: callContextSchema });
export type CallContextResponse = z.infer<typeof callContextResponseSchema>;

/** Of `POST /calls/{transactionId}/commands`, 202: the call was told, by this id. What it made of it is in the call's records. */
export const callCommandResponseSchema = z.object({ commandId: z.string() });
export type CallCommandResponse = z.infer<typeof callCommandResponseSchema>;

export const consoleErrorCodes = [
  'invalid-call-context-id',
  'call-context-not-found',
  'scope-missing',
  'store-unavailable',
  'route-not-found',
  'invalid-transaction-id',
  'invalid-call-command',
  'call-not-found',
  'call-ended',
  'commands-throttled',
  'commands-unavailable',
  'invalid-calls-query',
  'records-unavailable',
  'invalid-request',
  'meeting-not-found',
  'meetings-unavailable',
  'table-not-found',
  'version-not-found',
  'draft-not-found',
  'draft-changed',
  'version-changed',
  'table-refused',
  'table-too-large',
  'precondition-required',
  'local-cloud-refused',
] as const;
export const consoleErrorSchema = z.object({ code: z.enum(consoleErrorCodes), message: z.string() });
export type ConsoleError = z.infer<typeof consoleErrorSchema>;
