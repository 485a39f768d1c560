import type { CallContextId } from '../../shared/domain/call-context-id.ts';
import { withinTime } from '../../shared/within-time.ts';
import type { SkillServices } from '../skill-services.ts';
import { timeLimits } from '../time-limits.ts';

/** Best effort: one that stays expires within the hour. Never rejects. */
export async function forgetContext(
  id: CallContextId,
  { callContexts, timers, logger }: Pick<SkillServices, 'callContexts' | 'timers' | 'logger'>,
): Promise<void> {
  try {
    await withinTime(timers, timeLimits.storingMs, callContexts.forget(id));
  } catch (error) {
    logger.error('call-context-not-forgotten', error);
  }
}
