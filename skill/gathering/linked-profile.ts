import type { LinkedProfile } from '../../shared/ports/linked-profiles.ts';
import { withinTime } from '../../shared/within-time.ts';
import { timeLimits } from '../time-limits.ts';
import type { GatheringServices } from './gathering-services.ts';
import { memberOf } from './outside-values.ts';

const nothing: LinkedProfile = {};

/** What the business itself knows about the account that the caller has linked; nothing where none is, or none answers. Never rejects. */
export async function linkedProfile(
  token: string | undefined,
  { linkedProfiles, timers, logger }: GatheringServices,
): Promise<LinkedProfile> {
  if (token === undefined || linkedProfiles === undefined) return nothing;
  const milliseconds = timeLimits.gatheringMs;
  try {
    const answer = await withinTime(timers, milliseconds, linkedProfiles.of(token, { timeoutMs: milliseconds }));
    if (answer.kind === 'late') logger.warn('linked-profile-late', { milliseconds });
    else if (answer.value === undefined) logger.warn('linked-profile-token-refused');
    else return answer.value;
  } catch (error) {
    const status = memberOf(error, 'status');
    logger.error('linked-profile-failed', error, { status: typeof status === 'number' ? status : undefined });
  }
  return nothing;
}
