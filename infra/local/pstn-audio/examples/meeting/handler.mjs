// All who call the number meet in one meeting. *6 mutes the caller, or lets them be heard again.
import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteAttendeeCommand,
} from '@aws-sdk/client-chime-sdk-meetings';

// Here the variable AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS leads the client to the local service; on AWS there is none.
const { AWS_REGION: region } = process.env;
const meetings = new ChimeSDKMeetingsClient({ region, maxAttempts: 2 });
const hangup = (CallId) => ({ Type: 'Hangup', Parameters: { CallId, SipResponseCode: '0' } });
const wait = { InBetweenDigitsDurationInMilliseconds: 400, FlushDigitsDurationInMilliseconds: 3000 };
const listen = { Type: 'ReceiveDigits', Parameters: { ParticipantTag: 'LEG-A', InputDigitsRegex: '^\\*6$', ...wait } };
const modify = (Operation, { MeetingId, AttendeeId }) => ({
  Type: 'ModifyChimeMeetingAttendees',
  Parameters: { ParticipantTag: 'LEG-B', Operation, MeetingId, AttendeeList: [AttendeeId] },
});

async function seatFor({ number, transactionId }) {
  // The same token opens the same meeting; a "+" must not be in it.
  const meeting = { ClientRequestToken: number.slice(1), ExternalMeetingId: 'example', MediaRegion: region };
  const { MeetingId } = (await meetings.send(new CreateMeetingCommand(meeting))).Meeting;
  const attendee = { MeetingId, ExternalUserId: transactionId };
  return { MeetingId, ...(await meetings.send(new CreateAttendeeCommand(attendee))).Attendee };
}

export const handler = async ({ InvocationEventType: type, ActionData: data, CallDetails }) => {
  const { Participants: participants, TransactionAttributes: attributes = {}, TransactionId } = CallDetails;
  const respond = (Actions, TransactionAttributes = attributes) => ({
    SchemaVersion: '1.0',
    Actions,
    TransactionAttributes,
  });
  const caller = participants.find(({ ParticipantTag }) => ParticipantTag === 'LEG-A');
  switch (type) {
    case 'NEW_INBOUND_CALL': {
      const { MeetingId, AttendeeId, JoinToken } = await seatFor({ number: caller.To, transactionId: TransactionId });
      // The token lets anybody in: it is not kept.
      return respond([{ Type: 'JoinChimeMeeting', Parameters: { JoinToken, MeetingId } }], { MeetingId, AttendeeId });
    }
    case 'ACTION_SUCCESSFUL':
      return respond(data.Type === 'JoinChimeMeeting' ? [listen] : []);
    case 'DIGITS_RECEIVED': {
      if (data.ReceivedDigits !== '*6') return respond([listen]);
      const isMuted = attributes.isMuted !== 'true';
      const actions = [modify(isMuted ? 'Mute' : 'Unmute', attributes), listen];
      return respond(actions, { ...attributes, isMuted: String(isMuted) });
    }
    case 'ACTION_FAILED':
      return respond(data.Type === 'JoinChimeMeeting' && caller.Status === 'Connected' ? [hangup(caller.CallId)] : []);
    case 'HANGUP':
      // Deleting somebody who is gone does no harm.
      await meetings.send(new DeleteAttendeeCommand(attributes)).catch(() => undefined);
      return respond(participants.filter(({ Status }) => Status === 'Connected').map(({ CallId }) => hangup(CallId)));
    default:
      return respond([]);
  }
};
