import type { SmaAction } from '../../shared/contracts/sma-response.ts';

/** Records both sides from now on, on the caller's leg: it lasts through every transfer. */
export function startCallRecording(callId: string, location: string): SmaAction {
  return {
    Type: 'StartCallRecording',
    Parameters: { CallId: callId, Track: 'BOTH', Destination: { Type: 'S3', Location: location } },
  };
}

export function pauseCallRecording(callId: string): SmaAction {
  return { Type: 'PauseCallRecording', Parameters: { CallId: callId } };
}

export function resumeCallRecording(callId: string): SmaAction {
  return { Type: 'ResumeCallRecording', Parameters: { CallId: callId } };
}
