import type { HangupAction } from '../../shared/contracts/sma-response.ts';

/** Ends the leg with this CallId, or LEG-A when none is known. */
export function hangup(callId?: string): HangupAction {
  return {
    Type: 'Hangup',
    Parameters: { SipResponseCode: '0', ...(callId === undefined ? { ParticipantTag: 'LEG-A' } : { CallId: callId }) },
  };
}
