import { limitedText } from './limited-text.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One request to Alexa, or to Login with Amazon, and its answer, whatever the status. Rejects when there is no connection, when `signal`
 * says so, and when the answer is a redirect: a token must not follow one to another host. Once there is a status it stands, for a call
 * that has begun has begun: a body that breaks off, or is far too long, counts as none.
 */
export async function httpAnswer(
  url: string,
  request: Pick<RequestInit, 'method' | 'headers' | 'body'> & { readonly signal: AbortSignal },
): Promise<HttpAnswer> {
  const response = await fetch(url, { ...request, redirect: 'error' });
  // Read whatever the status, so that the connection can be used again.
  return { status: response.status, body: await limitedText(response).catch(() => '') };
}

/** Undefined where the body is no JSON: proxies answer in other shapes. */
export function jsonOf({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
