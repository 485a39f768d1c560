import { done } from '../api-error.ts';
import { listAttendeesQuery } from '../requests.ts';
import { noSuchMeeting, withRead, type Operation } from './operation.ts';

/** In the order in which they were created, up to 100 a page; a page goes on after the attendee that its token names. */
export const listAttendees: Operation = ({ meetingId, query }, registry) =>
  withRead(listAttendeesQuery, query, ({ 'max-results': pageSize, 'next-token': token }) => {
    const open = registry.find(meetingId);
    if (open === undefined) return noSuchMeeting(meetingId);
    const all = [...open.attendees.values()];
    // An attendee deleted in the meantime makes the listing begin anew rather than skip anybody.
    const start = token === undefined ? 0 : all.findIndex(({ AttendeeId }) => token === `after-${AttendeeId}`) + 1;
    const page = all.slice(start, start + pageSize);
    const last = page.at(-1);
    const more = start + page.length < all.length && last !== undefined;
    return done({ Attendees: page, ...(more ? { NextToken: `after-${last.AttendeeId}` } : {}) });
  });
