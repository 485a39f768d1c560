import { adviserNewsPattern } from '../../../shared/contracts/meeting-events.ts';
import type { LocalEventBus } from '../event-bus/event-bus.ts';
import type { FunctionsHost } from '../functions/functions-host.ts';
import { meetingStateChangeOf } from '../meetings/meeting-state-change.ts';
import type { LocalMeetings } from '../meetings/meetings.ts';

export interface MeetingsToFunctionsParts {
  readonly meetings: LocalMeetings;
  readonly eventBus: LocalEventBus;
  readonly functions: Pick<FunctionsHost, 'invoke'>;
  readonly region: string;
}

/**
 * What happens in meetings goes to the default bus, and from there to the function that tells calls of it. An event is handed over once:
 * AWS tries again after a minute, and after two more. Returns what ends it.
 */
export function meetingsToFunctions({ meetings, eventBus, functions, region }: MeetingsToFunctionsParts): () => void {
  const stops = [
    meetings.onEvent((event) => eventBus.emit(meetingStateChangeOf(event, region))),
    eventBus.rule({ bus: 'default', ...adviserNewsPattern }, (event) => void functions.invoke('meeting-events', event)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
