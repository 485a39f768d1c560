import * as z from 'zod';
import { callContextSchema } from './call-context.ts';

/** `GET /call-contexts/{id}`: who is calling, and why. Each answer of 200 is recorded as a delivery. */
export const callContextRoute = 'GET /call-contexts/{id}';
/** The scope that a token needs for it. */
export const callContextScope = 'call-contexts/read';

export const callContextResponseSchema = z.object({ callContext: callContextSchema });
export type CallContextResponse = z.infer<typeof callContextResponseSchema>;

export const consoleErrorCodes = [
  'invalid-call-context-id',
  'call-context-not-found',
  'scope-missing',
  'store-unavailable',
  'route-not-found',
] as const;
export const consoleErrorSchema = z.object({ code: z.enum(consoleErrorCodes), message: z.string() });
export type ConsoleError = z.infer<typeof consoleErrorSchema>;
