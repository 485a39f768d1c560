import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { SmaAction } from '../shared/contracts/sma-response.ts';
import type { Plan } from '../shared/domain/routing/plan.ts';
import type { MeetingRequest, OpenMeeting } from '../shared/ports/meetings.ts';
import type { CallState, MeetingPlace } from './call-state.ts';

/** What the call flow is told. */
export type FlowInput =
  | { readonly kind: 'event'; readonly event: SmaEvent; readonly route?: Route }
  | { readonly kind: 'meetingOpened'; readonly event: SmaEvent; readonly meeting: OpenMeeting }
  | { readonly kind: 'meetingFailed'; readonly event: SmaEvent };

/** What was decided for a call that begins. */
export interface Route {
  readonly plan: Plan;
  readonly contextId?: string;
  readonly tableVersion?: number;
  readonly locale?: string;
}

/** What the call flow wants done. */
export type Step =
  | {
      readonly kind: 'respond';
      readonly state: CallState;
      readonly actions: readonly SmaAction[];
      /** To be closed, best effort, before the response is given. */
      readonly closeMeeting?: MeetingPlace;
    }
  /** The flow goes on with what comes of it: `meetingOpened` or `meetingFailed`. */
  | {
      readonly kind: 'openMeeting';
      readonly state: CallState;
      readonly request: MeetingRequest;
      readonly closeMeeting?: MeetingPlace;
    };
