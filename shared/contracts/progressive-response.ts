import * as z from 'zod';

/** `POST {apiEndpoint}/v1/directives`, in answer to a LaunchRequest or IntentRequest only (Alexa Skills Kit, Progressive Response REST API reference). */
export const directivesPath = '/v1/directives';
export const maximumProgressiveSpeech = 600;

export const progressiveResponseSchema = z.object({
  header: z.object({ requestId: z.string().min(1) }),
  directive: z.object({
    type: z.literal('VoicePlayer.Speak'),
    speech: z.string().min(1).max(maximumProgressiveSpeech),
  }),
});
export type ProgressiveResponse = z.infer<typeof progressiveResponseSchema>;
