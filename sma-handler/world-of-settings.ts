import type { OptionalSettings } from './optional-settings.ts';
import type { World } from './step.ts';

/** What the flow has to work with, as the function's settings have it. */
export function worldOf({ VOICEMAIL_BUCKET, CALL_RECORDINGS, WAITING_MUSIC, RINGBACK_TONE }: OptionalSettings): World {
  return {
    ...(VOICEMAIL_BUCKET === undefined ? {} : { voicemailBucket: VOICEMAIL_BUCKET }),
    ...(CALL_RECORDINGS === undefined ? {} : { recordings: CALL_RECORDINGS }),
    ...(WAITING_MUSIC === undefined ? {} : { waitingMusic: WAITING_MUSIC }),
    ...(RINGBACK_TONE === undefined ? {} : { ringbackTone: RINGBACK_TONE }),
  };
}
