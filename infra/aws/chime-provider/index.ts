import { ChimeSDKVoiceClient } from '@aws-sdk/client-chime-sdk-voice';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { chimeProvider } from './provider.ts';

// In the function's own Region, where the stack stands. Nothing is sent twice by the SDK: what may pass is tried again by who looks first
// whether it was done all the same.
const client = new ChimeSDKVoiceClient({
  maxAttempts: 1,
  // Without throwOnRequestTimeout the SDK only warns, and waits on.
  requestHandler: { requestTimeout: 5000, connectionTimeout: 2000, throwOnRequestTimeout: true },
});

/** The functions `index.onEvent` and `index.isComplete` of one bundle. */
export const { onEvent, isComplete } = chimeProvider(client, systemTimers);
