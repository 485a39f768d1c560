import type { CallRecord } from './call-record.ts';

/** Where a call under way is, as far as its records tell. */
export interface Whereabouts {
  /** Whom it rings, or who talks to the caller: "branch:tacoma". */
  readonly destination?: string;
  /** The meeting that the caller waits in, or talks in. */
  readonly meetingId?: string;
}

/** Nowhere while nothing is tried, and after the end. @param records in order, each once. */
export function whereaboutsOf(records: readonly CallRecord[]): Whereabouts {
  let there: Whereabouts = {};
  for (const happening of records.flatMap(({ happenings }) => happenings)) {
    switch (happening.kind) {
      case 'attemptBegan': {
        const { attempt, meetingId } = happening;
        there = { destination: `${attempt.kind}:${attempt.id}`, ...(meetingId === undefined ? {} : { meetingId }) };
        break;
      }
      case 'attemptEnded':
        if (happening.outcome !== 'answered') there = {};
        break;
      case 'legEnded':
      case 'apologised':
      case 'voicemailLeft':
        there = {};
        break;
      default:
    }
  }
  return records.at(-1)?.phase === 'ended' ? {} : there;
}
