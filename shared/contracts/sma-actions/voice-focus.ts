import * as z from 'zod';

/** Takes noise out of what a leg says, or stops doing so (Amazon Chime SDK developer guide, voice-focus). */
export const voiceFocusSchema = z.strictObject({
  Type: z.literal('VoiceFocus'),
  Parameters: z.strictObject({ CallId: z.string(), Enable: z.boolean() }),
});
