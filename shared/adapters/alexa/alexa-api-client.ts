import type { services } from 'ask-sdk-model';

export interface AlexaApiClientOptions {
  /** From the request to the last byte of the answer, in milliseconds, more than 0. */
  readonly timeoutMs: number;
}

/**
 * Carries the Alexa SDK's requests (customer profile, device address) over fetch.
 * The SDK's own client has no time-out: one slow answer would use up all the time Alexa gives a skill.
 * Rejects when there is no answer in time or no connection; any HTTP status is an answer.
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
  const response = await fetch(url, {
    method,
    headers: headers.map(({ key, value }): [string, string] => [key, value]),
    ...(body === undefined || body === '' ? {} : { body }),
    // The bearer token must not follow a redirect to another host.
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  return {
    statusCode: response.status,
    headers: [...response.headers].map(([key, value]) => ({ key, value })),
    body: await response.text(),
  };
}
