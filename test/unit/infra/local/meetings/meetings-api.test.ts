import {
  BatchCreateAttendeeCommand,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetAttendeeCommand,
  GetMeetingCommand,
  LimitExceededException,
  ListAttendeesCommand,
  NotFoundException,
} from '@aws-sdk/client-chime-sdk-meetings';
import { MeetingsUnderTest } from './meetings-fixture.ts';
import { request } from './meeting-request-fixture.ts';

let under: MeetingsUnderTest;
beforeEach(async () => {
  under = await MeetingsUnderTest.start();
});
afterEach(() => under.close());

describe('the local Meetings API, asked by the real SDK client', () => {
  it('creates a meeting with a place for its media', async () => {
    const { Meeting } = await under.client.send(new CreateMeetingCommand({ ...request, TenantIds: ['bank'] }));

    expect(Meeting).toMatchObject({
      ExternalMeetingId: 'advice',
      MediaRegion: 'us-east-1',
      TenantIds: ['bank'],
      MeetingArn: `arn:aws:chime:us-east-1:111122223333:meeting/${Meeting?.MeetingId}`,
    });
    expect(Object.keys(Meeting?.MediaPlacement ?? {}).sort()).toEqual([
      'AudioFallbackUrl',
      'AudioHostUrl',
      'EventIngestionUrl',
      'ScreenDataUrl',
      'ScreenSharingUrl',
      'ScreenViewingUrl',
      'SignalingUrl',
      'TurnControlUrl',
    ]);
    expect(Object.values(Meeting?.MediaPlacement ?? {}).every((url) => url.includes('127.0.0.1'))).toBe(true);
  });

  it('opens the same meeting for the same request token, and another for another', async () => {
    const first = await under.openMeeting();

    expect(await under.openMeeting()).toBe(first);
    expect(await under.openMeeting({ ClientRequestToken: 'token-2' })).not.toBe(first);
    expect(under.events.map(({ kind }) => kind)).toEqual(['meetingStarted', 'meetingStarted']);
  });

  it('opens a new meeting for the token of one that has ended', async () => {
    const first = await under.openMeeting();
    await under.client.send(new DeleteMeetingCommand({ MeetingId: first }));

    expect(await under.openMeeting()).not.toBe(first);
  });

  it('gives an attendee a join token, and the same attendee for the same ExternalUserId', async () => {
    const meetingId = await under.openMeeting();

    const first = await under.addAttendee(meetingId, 'caller');
    const again = await under.addAttendee(meetingId, 'caller');
    const other = await under.addAttendee(meetingId, 'adviser');

    expect(first).toMatchObject({
      ExternalUserId: 'caller',
      Capabilities: { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' },
    });
    expect(first.JoinToken).not.toBe('');
    expect(again).toEqual(first);
    expect(new Set([first.AttendeeId, other.AttendeeId, first.JoinToken, other.JoinToken]).size).toBe(4);
    expect(
      (await under.client.send(new GetAttendeeCommand({ MeetingId: meetingId, AttendeeId: first.AttendeeId })))
        .Attendee,
    ).toEqual(first);
  });

  it('lists attendees page by page', async () => {
    const meetingId = await under.openMeeting();
    for (const name of ['anna', 'boris', 'clara']) await under.addAttendee(meetingId, name);

    const first = await under.client.send(new ListAttendeesCommand({ MeetingId: meetingId, MaxResults: 2 }));
    const second = await under.client.send(
      new ListAttendeesCommand({ MeetingId: meetingId, MaxResults: 2, NextToken: first.NextToken }),
    );

    expect([first, second].map(({ Attendees }) => Attendees?.map(({ ExternalUserId }) => ExternalUserId))).toEqual([
      ['anna', 'boris'],
      ['clara'],
    ]);
    expect(second.NextToken).toBeUndefined();
  });

  it('forgets a deleted attendee', async () => {
    const meetingId = await under.openMeeting();
    const { AttendeeId } = await under.addAttendee(meetingId, 'caller');

    await under.client.send(new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId }));

    await expect(under.client.send(new GetAttendeeCommand({ MeetingId: meetingId, AttendeeId }))).rejects.toThrow(
      NotFoundException,
    );
  });

  it('knows a deleted meeting no more', async () => {
    const MeetingId = await under.openMeeting();
    const { AttendeeId } = await under.addAttendee(MeetingId, 'caller');
    await under.client.send(new GetMeetingCommand({ MeetingId }));
    await under.client.send(new DeleteMeetingCommand({ MeetingId }));

    const asked = [
      new GetMeetingCommand({ MeetingId }),
      new DeleteMeetingCommand({ MeetingId }),
      new CreateAttendeeCommand({ MeetingId, ExternalUserId: 'late' }),
      new BatchCreateAttendeeCommand({ MeetingId, Attendees: [{ ExternalUserId: 'late' }] }),
      new GetAttendeeCommand({ MeetingId, AttendeeId }),
      new ListAttendeesCommand({ MeetingId }),
      new DeleteAttendeeCommand({ MeetingId, AttendeeId }),
    ];

    for (const command of asked) {
      await expect(under.client.send(command as GetMeetingCommand)).rejects.toMatchObject({
        name: 'NotFoundException',
        Code: 'NotFound',
        message: `Meeting <${MeetingId}> not found`,
        $metadata: { httpStatusCode: 404 },
      });
    }
  });

  it('takes 250 attendees and tells the others that there is no place left', async () => {
    const MeetingId = await under.openMeeting();
    const batch = (from: number, count: number) =>
      under.client.send(
        new BatchCreateAttendeeCommand({
          MeetingId,
          Attendees: Array.from({ length: count }, (_, n) => ({ ExternalUserId: `user-${from + n}` })),
        }),
      );

    await batch(0, 100);
    await batch(100, 100);
    const last = await batch(200, 52);

    expect(last.Attendees).toHaveLength(50);
    expect(last.Errors).toMatchObject([
      { ExternalUserId: 'user-250', ErrorCode: 'ResourceLimitExceeded' },
      { ExternalUserId: 'user-251' },
    ]);
    await expect(under.addAttendee(MeetingId, 'one-more')).rejects.toThrow(LimitExceededException);
    await expect(under.addAttendee(MeetingId, 'user-7')).resolves.toMatchObject({ ExternalUserId: 'user-7' });
  });

  it('takes fewer attendees where the meeting says so', async () => {
    const meetingId = await under.openMeeting({ MeetingFeatures: { Attendee: { MaxCount: 1 } } });
    await under.addAttendee(meetingId, 'caller');

    await expect(under.addAttendee(meetingId, 'adviser')).rejects.toThrow(LimitExceededException);
  });

  it('tells a listener nothing once it has ended its subscription', async () => {
    const kinds: string[] = [];
    const end = under.meetings.onEvent(({ kind }) => kinds.push(kind));
    end();

    await under.openMeeting();

    expect(kinds).toEqual([]);
  });

  it('ends what is open when it closes', async () => {
    await under.openMeeting();

    await under.meetings.close();

    expect(under.events.map(({ kind }) => kind)).toEqual(['meetingStarted', 'meetingEnded']);
    expect(under.timers.pending).toBe(0);
  });
});
