import {
  communicationErrorSchema,
  communicationSessionPath,
  type StartCommunicationSessionRequest,
  type StartPropertySessionRequest,
} from '../../contracts/communication-session.ts';
import type { CallStartResult } from '../../ports/call-starter.ts';
import { httpAnswer, jsonOf, type HttpAnswer } from './http-answer.ts';

/** What a request of Alexa's lets the skill call with. */
export interface SessionAccess {
  /** context.System.apiEndpoint of the request that is being answered: an origin, without a path. */
  readonly apiEndpoint: string;
  /** context.System.apiAccessToken of the same request. */
  readonly apiAccessToken: string;
}

/** StartCommunicationSession, in either of its dialects. Never rejects. Sent once: another try would call twice. */
export async function startSession(
  { apiEndpoint, apiAccessToken }: SessionAccess,
  session: StartCommunicationSessionRequest | StartPropertySessionRequest,
  signal: AbortSignal,
): Promise<CallStartResult> {
  try {
    const answer = await httpAnswer(`${apiEndpoint}${communicationSessionPath}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${apiAccessToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(session),
      signal,
    });
    return callStartResult(answer);
  } catch {
    // No connection, no answer in time, or a redirect: fetch tells them apart by message only.
    return { kind: 'unavailable' };
  }
}

function callStartResult(answer: HttpAnswer): CallStartResult {
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'started' };
  if (status === 403) return { kind: 'permissionMissing' };
  // A token that is not taken, or no longer, is no matter of permission: the next request brings another one.
  if (status === 401) return { kind: 'unavailable' };
  // The guide's list of errors has no 404; it is how the endpoints outside North America answer.
  if (status === 404) return { kind: 'notAvailableHere' };
  if (status === 429) return { kind: 'busy' };
  if (status >= 400 && status < 500) return { kind: 'refused', code: errorCode(answer) ?? `Http${status}` };
  return { kind: 'unavailable' };
}

/** The code is logged: what does not look like one may quote the request. */
function errorCode(answer: HttpAnswer): string | undefined {
  const code = communicationErrorSchema.pick({ code: true }).safeParse(jsonOf(answer)).data?.code;
  return code !== undefined && /^[A-Za-z][\w.]{0,63}$/.test(code) ? code : undefined;
}
