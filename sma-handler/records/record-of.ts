import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { parseCallContextId } from '../../shared/domain/call-context-id.ts';
import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import { identifierOnly } from '../../shared/observability/log-fields.ts';
import type { CallState } from '../call-state.ts';
import { leg } from '../legs.ts';
import type { PendingRecord } from './pending-record.ts';
import { withIdentifiersOnly } from './with-identifiers-only.ts';

export interface AnsweredInvocation {
  readonly event: SmaEvent;
  /** Where the call stood before the event, and where it stands now. */
  readonly before: CallState;
  readonly after: CallState;
  readonly actions: readonly { readonly Type: string }[];
  readonly happenings: readonly Happening[];
  /** When the function answers. */
  readonly at: EpochMs;
  /** Milliseconds. */
  readonly tookMs: number;
}

/** A leg that began longer ago, or is still to begin, is nothing that PSTN Audio would say of a call under way. */
const oldestCallMs = 7 * 24 * 60 * 60 * 1000;
const clockSkewMs = 60 * 60 * 1000;

/**
 * What is kept of an invocation. Of what the event says only codes and identifiers get in; whatever does not look like one, be it
 * because somebody put a number where an id belongs, is withheld.
 */
export function recordOf(told: AnsweredInvocation): PendingRecord {
  const { event, before, after, actions, happenings, at, tookMs } = told;
  const contextId = contextIdOf(after) ?? contextIdOf(before);
  return {
    sequence: event.Sequence,
    at: epochMs(Math.round(at)),
    event: identifierOnly(event.InvocationEventType),
    phase: after.phase,
    tookMs: Math.max(0, Math.round(tookMs)),
    actions: actions.map(({ Type }) => identifierOnly(Type)),
    happenings: happenings.map(withIdentifiersOnly),
    callStartedAt: callStartedAt(event, at),
    ...(contextId === undefined ? {} : { contextId }),
  };
}

/** One that came with the call and is not of our shape may be anything. */
function contextIdOf(state: CallState): string | undefined {
  const id = state.phase === 'callingBack' ? state.contextId : 'facts' in state ? state.facts?.contextId : undefined;
  return id === undefined || parseCallContextId(id) === undefined ? undefined : id;
}

/** As PSTN Audio says, in the same words in every event of the call; where it says nothing that can be, the record's own time. */
function callStartedAt(event: SmaEvent, at: EpochMs): EpochMs {
  const began = Math.round(Number(leg(event, 'LEG-A')?.StartTimeInMilliseconds));
  const isPossible = began > at - oldestCallMs && began < at + clockSkewMs;
  return epochMs(isPossible ? began : Math.round(at));
}
