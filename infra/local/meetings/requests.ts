import * as z from 'zod';
import { maxAttendees, mediaCapabilities, type AttendeeCapabilities } from './meeting.ts';

/**
 * What the Chime SDK Meetings API takes (API reference of the chime-sdk-meetings namespace). NotificationsConfiguration,
 * Tags and MediaPlacementNetworkType are taken and not acted on.
 */
const externalId = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[-_&@+=,(){}[\]/«».:|'"#a-zA-Z0-9À-ÿ\s]*$/, 'holds a character that is not allowed')
  .refine((id) => !id.toLowerCase().startsWith('aws:'), 'must not begin with aws:, which is reserved');

const mediaRegions = [
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'us-gov-east-1',
  'us-gov-west-1',
] as const;

const capability = z.enum(mediaCapabilities);
const receives = (value: string): boolean => value === 'SendReceive' || value === 'Receive';
const capabilities = z
  .object({ Audio: capability, Video: capability, Content: capability })
  .refine(({ Video, Content }) => !receives(Content) || receives(Video), {
    path: ['Content'],
    message: 'cannot be received unless Video is received, too',
  });

export const everything: AttendeeCapabilities = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' };

const attendeeFields = { ExternalUserId: externalId, Capabilities: capabilities.default(everything) };

export const createMeetingRequest = z.object({
  ClientRequestToken: z
    .string()
    .min(2)
    .max(64)
    .regex(/^[-_a-zA-Z0-9]*$/, 'holds a character that is not allowed'),
  MediaRegion: z.enum(mediaRegions),
  ExternalMeetingId: externalId,
  MeetingHostId: z.string().min(2).max(64).optional(),
  MeetingFeatures: z
    .looseObject({ Attendee: z.looseObject({ MaxCount: z.int().min(1).max(maxAttendees).optional() }).optional() })
    .optional(),
  TenantIds: z.array(z.string().min(2).max(256)).min(1).max(5).optional(),
  PrimaryMeetingId: z.undefined('is not served here: the local cloud does not replicate meetings').optional(),
});

export const createMeetingWithAttendeesRequest = createMeetingRequest.extend({
  Attendees: z.array(z.object(attendeeFields)).min(1).max(20),
});

export const createAttendeeRequest = z.object(attendeeFields);

export const batchCreateAttendeeRequest = z.object({ Attendees: z.array(z.object(attendeeFields)).min(1).max(100) });

export const listAttendeesQuery = z.object({
  'max-results': z.coerce.number().int().min(1).max(100).default(100),
  'next-token': z
    .string()
    .regex(/^after-[0-9a-f-]{36}$/, 'is not one that this service has given')
    .optional(),
});

/** What is wrong first, and where. Values are not repeated: an ExternalUserId may be somebody's name. */
export function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'The request is invalid.' : `${issue.path.join('.') || 'The request'}: ${issue.message}`;
}
