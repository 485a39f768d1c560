import { done } from '../api-error.ts';
import { noSuchMeeting, type Operation } from './operation.ts';

export const getMeeting: Operation = ({ meetingId }, registry) => {
  const open = registry.find(meetingId);
  return open === undefined ? noSuchMeeting(meetingId) : done({ Meeting: open.meeting });
};
