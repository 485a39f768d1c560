import { noContent } from '../api-error.ts';
import { noSuchMeeting, type Operation } from './operation.ts';

/** Everybody in the meeting is disconnected. */
export const deleteMeeting: Operation = ({ meetingId }, registry) =>
  registry.endMeeting(meetingId) ? noContent : noSuchMeeting(meetingId);
