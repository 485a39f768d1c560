import { mayBeRung } from '../../domain/callback-prefixes.ts';
import type { E164 } from '../../domain/phone-number.ts';
import type { Logger } from '../../observability/logger.ts';
import type { CallStarter, CallStartResult } from '../../ports/call-starter.ts';
import type * as voice from './chime-callback-client.ts';

export interface ChimeCallbackOptions {
  /** Of the SIP media application. */
  readonly sipMediaApplicationId: string;
  /** Where it is: "us-east-1". */
  readonly region: string;
  readonly log: Logger;
  /** What the numbers that may be rung begin with, in E.164; those of the United States and Canada by default. */
  readonly prefixes?: readonly string[];
  /** From sending the request to the end of its answer; 2,500 by default. */
  readonly requestTimeoutMs?: number;
}

/** In ArgumentsMap, for the function that takes the call: read once, when the call begins. */
export const callContextIdArgument = 'callContextId';

/**
 * Rings the caller's own phone by CreateSipMediaApplicationCall (Amazon Chime SDK API reference): shown is the application's number, for
 * it must be one of the account's own. Loads the SDK's client with the first call, and keeps it. Sent once: another try would ring twice.
 * A number that none of the prefixes fits is not rung.
 */
export function chimeCallback(options: ChimeCallbackOptions): CallStarter {
  const { sipMediaApplicationId, region, log, prefixes, requestTimeoutMs = 2500 } = options;
  const reaches = (callersNumber: E164): boolean => mayBeRung(callersNumber, prefixes);
  let client: voice.ChimeSDKVoiceClient | undefined;

  return {
    ingress: 'callback',
    reaches,
    async start({ contextId, from, to }) {
      // Whoever asks has asked before; here nothing gets by.
      if (!reaches(from)) return { kind: 'notCapable' };
      try {
        const sdk = await import('./chime-callback-client.ts');
        client ??= new sdk.ChimeSDKVoiceClient({
          region,
          maxAttempts: 1,
          // Without throwOnRequestTimeout the SDK only warns, and waits on.
          requestHandler: { requestTimeout: requestTimeoutMs, connectionTimeout: 500, throwOnRequestTimeout: true },
        });
        await client.send(
          new sdk.CreateSipMediaApplicationCallCommand({
            SipMediaApplicationId: sipMediaApplicationId,
            FromPhoneNumber: to,
            ToPhoneNumber: from,
            ArgumentsMap: { [callContextIdArgument]: contextId },
          }),
        );
        return { kind: 'started' };
      } catch (error) {
        const result = resultOf(error);
        // That there are too many calls is part of every day.
        if (result.kind !== 'busy') log.error('callback-not-started', error);
        return result;
      }
    },
  };
}

/** Two of the API's errors pass by themselves; its other 4xx are the operator's to mend. */
const passing: readonly string[] = ['ThrottledClientException', 'ResourceLimitExceededException'];

function resultOf(error: unknown): CallStartResult {
  const { name, $metadata } = error as { name?: unknown; $metadata?: { readonly httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  const code = typeof name === 'string' && /^[A-Za-z]\w{0,63}$/.test(name) ? name : `Http${status}`;
  if (status === 429 || passing.includes(code)) return { kind: 'busy' };
  return status >= 400 && status < 500 ? { kind: 'refused', code } : { kind: 'unavailable' };
}
