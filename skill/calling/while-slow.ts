import type { Logger } from '../../shared/observability/logger.ts';
import type { ProgressiveResponses } from '../../shared/ports/progressive-responses.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { withinTime } from '../../shared/within-time.ts';
import type { AlexaAccess } from '../alexa-access.ts';
import type { Ssml } from '../speech/ssml.ts';
import { timeLimits } from '../time-limits.ts';

export interface WhileSlowServices {
  /** Absent: nothing is said before the answer. */
  readonly progressiveResponses?: ProgressiveResponses | undefined;
  readonly timers: Timers;
  readonly logger: Logger;
}

export interface SaidMeanwhile {
  readonly access: Pick<AlexaAccess, 'apiEndpoint' | 'apiAccessToken'> | undefined;
  /** Of Alexa's request. */
  readonly requestId: string;
  readonly speech: Ssml;
}

/**
 * Waits for `work`, and lets Alexa say something once when that takes long. What comes of the work comes of this too; what comes of the
 * words changes nothing, but they are waited for: nothing may go on when the function has answered.
 * Alexa takes them in answer to a LaunchRequest or an IntentRequest; for any other, pass no access.
 */
export async function whileSlow<Value>(
  { access, requestId, speech }: SaidMeanwhile,
  work: Promise<Value>,
  { progressiveResponses, timers, logger }: WhileSlowServices,
): Promise<Value> {
  if (access === undefined || progressiveResponses === undefined) return work;
  const { apiEndpoint, apiAccessToken } = access;

  const speak = async (): Promise<void> => {
    const request = { apiEndpoint, apiAccessToken, requestId };
    const speaking = progressiveResponses.speak(request, `<speak>${speech.ssml}</speak>`);
    const said = await withinTime(timers, timeLimits.sayingMs, speaking);
    if (said.kind === 'late' || !said.value) logger.warn('progressive-response-not-said');
  };
  const saying: Promise<void>[] = [];
  const timer = timers.after(timeLimits.slowAfterMs, () => void saying.push(speak()));
  try {
    return await work;
  } finally {
    timer.cancel();
    await Promise.all(saying);
  }
}
