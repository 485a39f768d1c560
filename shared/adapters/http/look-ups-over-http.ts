import { parseServiceUrl } from '../../contracts/service-url.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LookUpAnswer, LookUpRequest, LookUps } from '../../ports/look-ups.ts';
import type { Timers } from '../../ports/timers.ts';
import { sourceOf, type SigningKeySource } from '../hmac/signing-key-source.ts';
import type { SigningKeys } from '../hmac/signing-keys.ts';
import { readLookUpAnswer } from './look-up-answer.ts';
import { questionOf } from './look-up-question.ts';
import { contentDigest, signMessage, type SignedComponent } from './message-signature.ts';

export interface LookUpsOverHttpOptions {
  /** A source's are to be made `ready` before each question. */
  readonly keys: SigningKeys | SigningKeySource;
  readonly clock: Clock;
  readonly timers: Timers;
}

/**
 * Asks operators' services over HTTPS. Each request carries a Content-Digest (RFC 9530) and is signed with
 * HMAC-SHA-256 (RFC 9421), so that the service can tell that nobody else asks; redirects are not followed,
 * for what is sent is personal.
 */
export function lookUpsOverHttp({ keys, clock, timers }: LookUpsOverHttpOptions): LookUps {
  const source = sourceOf(keys);

  const headersOf = (target: string, body: string, idempotencyKey: string): Record<string, string> | undefined => {
    const { current = '', keys: known } = source.atHand() ?? {};
    const key = known?.get(current);
    if (key === undefined) return undefined;
    const signed: SignedComponent[] = [
      ['content-type', 'application/json'],
      ['content-digest', contentDigest(body)],
      ['idempotency-key', idempotencyKey],
    ];
    const signature = signMessage(
      'call',
      {
        components: [['@method', 'POST'], ['@target-uri', target], ...signed],
        created: Math.floor(clock.now() / 1000),
        keyId: current,
      },
      key,
    );
    return { ...Object.fromEntries(signed), ...signature, accept: 'application/json' };
  };

  return {
    ready: (signal) => source.ready(undefined, signal),

    async ask(request: LookUpRequest): Promise<LookUpAnswer> {
      const target = targetOf(request.url);
      if (target === undefined) return { kind: 'failed', because: 'url-not-allowed' };
      const body = JSON.stringify(questionOf(request));
      const headers = headersOf(target, body, request.idempotencyKey);
      if (headers === undefined) return { kind: 'failed', because: 'signing-keys-unavailable' };

      const controller = new AbortController();
      const timer = timers.after(request.timeoutMs, () => controller.abort());
      const send = (): Promise<Response> =>
        fetch(target, {
          method: 'POST',
          headers,
          body,
          redirect: 'manual',
          signal: controller.signal,
        });
      try {
        return await readLookUpAnswer(await sentAgain(send, controller.signal));
      } catch {
        return { kind: 'failed', because: controller.signal.aborted ? 'late' : 'no-connection' };
      } finally {
        timer.cancel();
        // A body that nobody reads would keep its connection; one that was read is not touched by this.
        controller.abort();
      }
    },
  };
}

/**
 * Sends a second time when there is no connection: one that was kept open may have been closed by the other side
 * while Lambda had the function frozen. The Idempotency-Key makes it the same question.
 */
async function sentAgain(send: () => Promise<Response>, signal: AbortSignal): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    if (signal.aborted) throw error;
    return send();
  }
}

/** The target URI as it is sent and signed; undefined where it is no service's. */
function targetOf(text: string): string | undefined {
  const target = parseServiceUrl(text);
  if (target === undefined) return undefined;
  target.hash = '';
  return target.href;
}
