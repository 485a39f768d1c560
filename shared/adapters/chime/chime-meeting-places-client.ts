/** What of the client is used, so that a bundle that loads it late loads no more. */
export {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  GetMeetingCommand,
  type Attendee,
  type Meeting,
} from '@aws-sdk/client-chime-sdk-meetings';
