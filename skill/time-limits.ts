/**
 * Alexa waits 8 s for an answer, a cold start included (Alexa Skills Kit, request and response JSON reference).
 * The steps of a call come one after another and together stay below the whole.
 */
export const timeLimits = {
  /** All that is asked about the caller, side by side. */
  gatheringMs: 1500,
  /** Writing the call context, or ordering its call. */
  storingMs: 1000,
  /** StartCommunicationSession, or CreateSipMediaApplicationCall. */
  callingMs: 3000,
  /** A caller who has heard nothing for so long is told that it takes a moment. */
  slowAfterMs: 1000,
  /** Handing over what is said meanwhile. */
  sayingMs: 1000,
  wholeRequestMs: 6500,
} as const;
