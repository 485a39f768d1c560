import { communicationProfilePath, communicationProfileSchema } from '../../contracts/communication-session.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CallStartResult } from '../../ports/call-starter.ts';
import { httpAnswer, jsonOf, type HttpAnswer } from './http-answer.ts';
import type { AccessTokens } from './lwa-access-tokens.ts';

export type RoomProfile =
  { readonly kind: 'known'; readonly profileId: string } | Exclude<CallStartResult, { readonly kind: 'started' }>;

export interface Room {
  /** context.System.apiEndpoint: an origin, without a path. */
  readonly apiEndpoint: string;
  /** context.System.unit.persistentUnitId. */
  readonly unitId: string;
}

/** The communication profiles by which rooms call. */
export interface RoomProfiles {
  /** Never rejects. */
  of(room: Room, signal: AbortSignal): Promise<RoomProfile>;
  /** It was no good any more: the next question asks Alexa. */
  drop(unitId: string): void;
}

/** A profile lives as long as its room; one that was made anew is noticed after this, or when a call is refused. */
const keptMs = 60 * 60 * 1000;
/** More rooms than one function meets in an hour. */
const keptAtMost = 500;

/** Profiles by room, kept for an hour (Alexa Smart Properties, Communications REST API, get communication profile by entity). */
export function roomProfiles({
  tokens,
  clock,
}: {
  readonly tokens: AccessTokens;
  readonly clock: Clock;
}): RoomProfiles {
  const kept = new Map<string, { readonly profileId: string; readonly until: number }>();

  return {
    async of({ apiEndpoint, unitId }, signal) {
      const now = clock.now();
      const known = kept.get(unitId);
      if (known !== undefined && now < known.until) return { kind: 'known', profileId: known.profileId };

      const token = await tokens.token(signal);
      if (token.kind !== 'given') return token;
      try {
        const entity = new URLSearchParams({ 'entity.type': 'UNIT', 'entity.id': unitId });
        const answer = await httpAnswer(`${apiEndpoint}${communicationProfilePath}?${entity.toString()}`, {
          headers: { Authorization: `Bearer ${token.token}`, Accept: 'application/json' },
          signal,
        });
        if (answer.status === 401) tokens.drop(token.token);
        const profile = profileOf(answer);
        if (profile.kind === 'known') {
          if (kept.size >= keptAtMost) kept.clear();
          kept.set(unitId, { profileId: profile.profileId, until: now + keptMs });
        }
        return profile;
      } catch {
        return { kind: 'unavailable' };
      }
    },

    drop(unitId) {
      kept.delete(unitId);
    },
  };
}

function profileOf(answer: HttpAnswer): RoomProfile {
  const { status } = answer;
  if (status === 200) {
    const read = communicationProfileSchema.safeParse(jsonOf(answer));
    return read.success ? { kind: 'known', profileId: read.data.profileId.profileId } : { kind: 'unavailable' };
  }
  // The room has no profile: it was never set up for calls.
  if (status === 404) return { kind: 'notCapable' };
  if (status === 429) return { kind: 'busy' };
  // A token of the organisation's was refused, not the guest's: nothing that the guest could allow.
  if (status >= 400 && status < 500) return { kind: 'refused', code: `ProfileHttp${status}` };
  return { kind: 'unavailable' };
}
