import type { OperationName } from './operations/operations.ts';

/** Which operation a request is for, and on what. */
export interface Route {
  readonly operation: OperationName;
  readonly meetingId: string;
  readonly attendeeId: string;
}

// Method, what the path holds, and the ?operation= that tells namesakes apart.
const routes: Readonly<Record<string, OperationName>> = {
  'POST meetings': 'CreateMeeting',
  'POST meetings create-attendees': 'CreateMeetingWithAttendees',
  'GET meetings/meeting': 'GetMeeting',
  'DELETE meetings/meeting': 'DeleteMeeting',
  'POST meetings/meeting/attendees': 'CreateAttendee',
  'POST meetings/meeting/attendees batch-create': 'BatchCreateAttendee',
  'GET meetings/meeting/attendees': 'ListAttendees',
  'GET meetings/meeting/attendees/attendee': 'GetAttendee',
  'DELETE meetings/meeting/attendees/attendee': 'DeleteAttendee',
};

/** Undefined for what is not served here. */
export function findRoute(method: string, url: URL): Route | undefined {
  const [, first, meetingId = '', third, attendeeId = '', ...rest] = url.pathname.split('/');
  if (first !== 'meetings' || rest.length > 0) return undefined;
  const shape = ['meetings', meetingId && 'meeting', third, attendeeId && 'attendee']
    .filter((part) => part !== undefined && part !== '')
    .join('/');
  const variant = url.searchParams.get('operation');
  const operation = routes[`${method} ${shape}${variant === null ? '' : ` ${variant}`}`];
  // An id that is no UUID, percent-encoded or not, is one that nobody was given.
  return operation && { operation, meetingId, attendeeId };
}
