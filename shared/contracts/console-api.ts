import * as z from 'zod';
import { callContextSchema } from './call-context.ts';

/** `GET /call-contexts/{id}`: who is calling, and why. Each answer of 200 is recorded as a delivery. */
export const callContextRoute = 'GET /call-contexts/{id}';
/** The scope that a token needs for it. */
export const callContextScope = 'call-contexts/read';

export const callContextResponseSchema = z.object({ callContext: callContextSchema });
export type CallContextResponse = z.infer<typeof callContextResponseSchema>;

/** `POST /calls/{transactionId}/commands`: has something done to a call under way. The body is a callCommandSchema. */
export const callCommandsRoute = 'POST /calls/{transactionId}/commands';
/** The scope that a token needs for it. */
export const callCommandsScope = 'calls/control';

/** Of 202: the call was told, by this id. What it made of it is in the call's records. */
export const callCommandResponseSchema = z.object({ commandId: z.string() });
export type CallCommandResponse = z.infer<typeof callCommandResponseSchema>;

/** `GET /calls`: what happened to calls of some time, in short. Answers are in calls-api.ts. */
export const callsRoute = 'GET /calls';
/** `GET /calls/{transactionId}`: all records of one call. */
export const callRoute = 'GET /calls/{transactionId}';
/** The scope that a token needs for both. */
export const callsScope = 'calls/read';

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
] as const;
export const consoleErrorSchema = z.object({ code: z.enum(consoleErrorCodes), message: z.string() });
export type ConsoleError = z.infer<typeof consoleErrorSchema>;
