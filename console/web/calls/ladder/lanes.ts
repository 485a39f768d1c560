import type { CallRecordAnswer } from '../../../../shared/contracts/calls-api.ts';
import type { Ingress } from '../../../../shared/domain/call-context.ts';
import { destinationName } from '../../simulator/destinations.ts';

/** Where something happens: `caller`, `pstn`, `lambda`, `contexts`, or a destination ("branch:tacoma"). */
export type LaneId = string;

export interface Lane {
  readonly id: LaneId;
  readonly title: string;
}

export const callerLane = 'caller';
export const pstnLane = 'pstn';
export const lambdaLane = 'lambda';
/** Where contexts are looked up. */
export const contextsLane = 'contexts';

/** Who the caller comes by. The entry is known once the call is decided. */
export function callerTitle(entry: Ingress | undefined): string {
  switch (entry) {
    case 'alexa-skill-call':
    case 'alexa-smart-properties':
      return 'Alexa';
    case 'callback':
    case 'phone':
      return 'Telephone';
    case undefined:
      return 'Caller';
  }
}

/** The caller, PSTN Audio, the function; then whoever was tried, in the order in which they were. */
export function lanesOf(
  records: readonly CallRecordAnswer[],
  { entry, isContextRead }: { readonly entry: Ingress | undefined; readonly isContextRead: boolean },
): readonly Lane[] {
  const tried = new Set<LaneId>();
  for (const happening of records.flatMap(({ happenings }) => happenings)) {
    if ('attempt' in happening) tried.add(laneOfAttempt(happening.attempt));
  }
  return [
    { id: callerLane, title: callerTitle(entry) },
    { id: pstnLane, title: 'PSTN Audio (SIP)' },
    { id: lambdaLane, title: 'SMA Lambda' },
    ...Array.from(tried, (id) => ({ id, title: destinationName(id) })),
    ...(isContextRead ? [{ id: contextsLane, title: 'Call contexts' }] : []),
  ];
}

export function laneOfAttempt({ kind, id }: { readonly kind: string; readonly id: string }): LaneId {
  return `${kind}:${id}`;
}
