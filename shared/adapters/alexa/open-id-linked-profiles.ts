import { parseServiceUrl } from '../../contracts/service-url.ts';
import type { LinkedProfile, LinkedProfiles } from '../../ports/linked-profiles.ts';
import type { Timers } from '../../ports/timers.ts';
import { limitedText } from './limited-text.ts';
import { linkedProfileOfClaims } from './open-id-claims.ts';
import { sentAgain } from './sent-again.ts';

export interface OpenIdLinkedProfilesOptions {
  /** The UserInfo endpoint of the provider that accounts are linked with: https, or http to this machine. */
  readonly userInfoUrl: string;
  /** Which claim holds the account's number, such as "https://bank.example/account_number". Absent: none does. */
  readonly accountClaim?: string | undefined;
  readonly timers: Timers;
}

/** No profile could be had: no answer in time, no connection, or not the answer of a UserInfo endpoint. */
export class LinkedProfileError extends Error {
  override readonly name = 'LinkedProfileError';
  /** HTTP's, where there was an answer. */
  readonly status: number | undefined;

  constructor(message: string, { status, ...options }: ErrorOptions & { readonly status?: number }) {
    super(message, options);
    this.status = status;
  }
}

/**
 * Profiles out of a UserInfo endpoint (OpenID Connect Core 1.0 §5.3). Nothing is kept between two questions.
 * @throws RangeError when the address is not one that a token may be sent to.
 */
export function openIdLinkedProfiles({
  userInfoUrl,
  accountClaim,
  timers,
}: OpenIdLinkedProfilesOptions): LinkedProfiles {
  const url = parseServiceUrl(userInfoUrl);
  if (url === undefined)
    throw new RangeError('the UserInfo address must be https, without a password, or http on loopback');

  return {
    async of(token, { timeoutMs }) {
      const controller = new AbortController();
      const timer = timers.after(timeoutMs, () => controller.abort());
      const send = (): Promise<Response> =>
        fetch(url, {
          headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
          // The bearer token must not follow a redirect to another host.
          redirect: 'error',
          signal: controller.signal,
        });
      try {
        return await profileOf(await sentAgain(send, controller.signal), accountClaim);
      } catch (error) {
        if (error instanceof LinkedProfileError) throw error;
        throw new LinkedProfileError(`no profile within ${timeoutMs} ms, no connection, or a redirect`, {
          cause: error,
        });
      } finally {
        timer.cancel();
        // A body that nobody reads would keep its connection; one that was read is not touched by this.
        controller.abort();
      }
    },
  };
}

async function profileOf(response: Response, accountClaim: string | undefined): Promise<LinkedProfile | undefined> {
  const { status } = response;
  // The token is malformed, has expired, or was taken back (RFC 6750 §3.1, invalid_token).
  if (status === 401) return undefined;
  if (status !== 200) throw new LinkedProfileError('the UserInfo endpoint answers with an error', { status });
  const claims = parsed(await limitedText(response));
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
    throw new LinkedProfileError('the UserInfo endpoint does not answer with a JSON object', { status });
  return linkedProfileOfClaims(claims as Record<string, unknown>, accountClaim);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
