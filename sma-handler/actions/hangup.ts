import type { HangupAction } from '../../shared/contracts/sma-response.ts';

/** Ends the leg with this CallId; the one with the tag when none is known. */
export function hangup(callId?: string, tag: 'LEG-A' | 'LEG-B' = 'LEG-A'): HangupAction {
  return {
    Type: 'Hangup',
    Parameters: { SipResponseCode: '0', ...(callId === undefined ? { ParticipantTag: tag } : { CallId: callId }) },
  };
}
