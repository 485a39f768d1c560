import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { operation } from './operation.ts';

/** Kept and given back: no call detail records are written. */
export const updateGlobalSettings = operation(
  'PUT /settings',
  z.object({ VoiceConnector: z.object({ CdrBucket: z.string().exactOptional() }) }),
  ({ VoiceConnector }, { state }) => {
    state.globalSettings = VoiceConnector;
    return noContent;
  },
);
