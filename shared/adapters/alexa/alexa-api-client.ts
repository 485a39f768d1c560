import type { services } from 'ask-sdk-model';
import { limitedText } from './limited-text.ts';
import { sentAgain } from './sent-again.ts';

export interface AlexaApiClientOptions {
  /** From the request to the last byte of the answer, in milliseconds, more than 0. */
  readonly timeoutMs: number;
}

/**
 * Carries the Alexa SDK's requests (customer profile, device address) over fetch.
 * The SDK's own client has no time-out: one slow answer would use up all the time Alexa gives a skill.
 * Rejects when there is no answer in time, no connection, or far too long an answer; any HTTP status is an answer.
 */
export function alexaApiClient({ timeoutMs }: AlexaApiClientOptions): services.ApiClient {
  return {
    async invoke(request) {
      try {
        return await answerTo(request, timeoutMs);
      } catch (error) {
        // The SDK puts words before an error's message, and a time-out's message cannot be written to.
        throw new Error(`no answer from Alexa within ${timeoutMs} ms, or no connection`, { cause: error });
      }
    },
  };
}

async function answerTo(
  { url, method, headers, body }: services.ApiClientRequest,
  timeoutMs: number,
): Promise<services.ApiClientResponse> {
  const signal = AbortSignal.timeout(timeoutMs);
  const send = (): Promise<Response> =>
    fetch(url, {
      method,
      headers: headers.map(({ key, value }): [string, string] => [key, value]),
      ...(body === undefined || body === '' ? {} : { body }),
      // The bearer token must not follow a redirect to another host.
      redirect: 'error',
      signal,
    });
  const response = method === 'GET' ? await sentAgain(send, signal) : await send();
  return {
    statusCode: response.status,
    headers: [...response.headers].map(([key, value]) => ({ key, value })),
    body: jsonOnly(await limitedText(response)),
  };
}

/**
 * The services answer in JSON; a page of some proxy's would be taken for a customer's name, or make the SDK throw without
 * telling the status.
 */
function jsonOnly(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return '';
  }
}
