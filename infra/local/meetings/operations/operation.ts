import type { z } from 'zod';
import { refused, type Answer } from '../api-error.ts';
import type { MeetingRegistry } from '../meeting-registry.ts';
import { firstProblem } from '../requests.ts';

/** A request as it came in over HTTP. */
export interface ApiRequest {
  /** From the path; '' where the operation has none. */
  readonly meetingId: string;
  readonly attendeeId: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON, not yet checked. */
  readonly body: unknown;
}

export type Operation = (request: ApiRequest, registry: MeetingRegistry) => Answer;

/** Goes on with what the schema has read, or answers BadRequestException. */
export function withRead<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  go: (read: z.output<Schema>) => Answer,
): Answer {
  const result = schema.safeParse(input);
  return result.success ? go(result.data) : refused('BadRequestException', firstProblem(result.error));
}

// The words of the real service, as seen in public reports.
export function noSuchMeeting(meetingId: string): Answer {
  return refused('NotFoundException', `Meeting <${meetingId}> not found`);
}

export function noSuchAttendee(attendeeId: string): Answer {
  return refused('NotFoundException', `Attendee <${attendeeId}> not found`);
}

export const meetingFull =
  'The meeting has as many attendees as it may have: delete one, or raise MeetingFeatures.Attendee.MaxCount up to 250.';
