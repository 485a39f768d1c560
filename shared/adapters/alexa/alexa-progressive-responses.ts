import {
  directivesPath,
  maximumProgressiveSpeech,
  type ProgressiveResponse,
} from '../../contracts/progressive-response.ts';
import type { ProgressiveResponses } from '../../ports/progressive-responses.ts';
import { httpAnswer } from './http-answer.ts';

/** Progressive responses over Alexa's own API. @param timeoutMs from the request to the last byte of the answer, more than 0. */
export function alexaProgressiveResponses({ timeoutMs }: { readonly timeoutMs: number }): ProgressiveResponses {
  return {
    async speak({ apiEndpoint, apiAccessToken, requestId }, speech) {
      if (speech.length > maximumProgressiveSpeech) return false;
      const response: ProgressiveResponse = {
        header: { requestId },
        directive: { type: 'VoicePlayer.Speak', speech },
      };
      try {
        const { status } = await httpAnswer(`${apiEndpoint}${directivesPath}`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${apiAccessToken}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(response),
          signal: AbortSignal.timeout(timeoutMs),
        });
        return status >= 200 && status < 300;
      } catch {
        return false;
      }
    },
  };
}
