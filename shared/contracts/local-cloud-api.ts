import * as z from 'zod';
import { callerFileSchema } from './caller-file.ts';

/**
 * What the console can have the local cloud do, under `/local` of the web application's origin: nothing of it is on AWS. Every route
 * wants a token with the scope that is named. Errors are as the console API's.
 */
export const localRoutes = {
  /** calls/read: how people and telephones are disposed. */
  getState: 'GET /state',
  /** calls/control. */
  putBehaviour: 'PUT /destinations/{destination}',
  /** calls/control: has somebody call as this caller, now. */
  placeCall: 'POST /calls',
  /** calls/control: lifts or declines a telephone that rings for the agent, or puts it down. */
  handlePhone: 'POST /phones/{phone}/{deed}',
  /** calls/control: a local adviser takes a place in the call's meeting, and talks there by a telephone. */
  joinMeeting: 'POST /calls/{transactionId}/adviser',
} as const;

/** What happens when the telephone of a destination rings. `ask`: it rings on the agent's desk in the console, who decides. */
export const behaviours = ['answer', 'busy', 'decline', 'ringOut', 'ask'] as const;
export const behaviourSchema = z.enum(behaviours);
export type Behaviour = z.infer<typeof behaviourSchema>;

export const phoneDeeds = ['answer', 'decline', 'hang-up'] as const;

export const localStateSchema = z.object({
  /** By "contactCenter:support", "branch:tacoma", "meeting:adviser" (answer: comes; ringOut: never comes). */
  destinations: z.array(
    z.object({ destination: z.string(), behaviours: z.array(behaviourSchema), behaviour: behaviourSchema }),
  ),
  /** Telephones that ring for an agent (behaviour `ask`), or that the agent talks on. */
  phones: z.array(
    z.object({
      /** Of this call of it. */
      phone: z.string(),
      destination: z.string(),
      state: z.enum(['ringing', 'talking']),
      /** As the INVITE carries it. */
      contextId: z.string().exactOptional(),
    }),
  ),
  /** Where a telephone of one's own may call: "sip:+14255550100@127.0.0.1:5060". */
  dial: z.string(),
});
export type LocalState = z.infer<typeof localStateSchema>;

export const putBehaviourSchema = z.strictObject({ behaviour: behaviourSchema });

export const placeCallRequestSchema = z.strictObject({
  caller: callerFileSchema,
  /** The caller's own words for the reason. */
  words: z.string().min(1).max(200).exactOptional(),
  callerName: z.string().min(1).max(100).exactOptional(),
  /** After so long the caller hangs up: 1 to 600 s. Default: 60. */
  hangUpAfterSeconds: z.int().min(1).max(600).exactOptional(),
});
export type PlaceCallRequest = z.infer<typeof placeCallRequestSchema>;

export const placeCallResponseSchema = z.object({
  transactionId: z.string(),
  /** Facts of the caller that no real call can bring along here, in words. */
  notCarried: z.array(z.string()),
});
export type PlaceCallResponse = z.infer<typeof placeCallResponseSchema>;
