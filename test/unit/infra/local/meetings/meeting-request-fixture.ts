import type { CreateMeetingCommandInput } from '@aws-sdk/client-chime-sdk-meetings';

export const request: CreateMeetingCommandInput = {
  ClientRequestToken: 'token-1',
  MediaRegion: 'us-east-1',
  ExternalMeetingId: 'advice',
};
