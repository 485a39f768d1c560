import {
  BadRequestException,
  BatchCreateAttendeeCommand,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  CreateMeetingWithAttendeesCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetAttendeeCommand,
  GetMeetingCommand,
  LimitExceededException,
  ListAttendeesCommand,
  NotFoundException,
  ServiceUnavailableException,
  ThrottlingException,
  UnprocessableEntityException,
  type CreateMeetingCommandInput,
} from '@aws-sdk/client-chime-sdk-meetings';
import { MeetingsUnderTest } from './meetings-fixture.ts';

let under: MeetingsUnderTest;
beforeEach(async () => {
  under = await MeetingsUnderTest.start();
});
afterEach(() => under.close());

const request: CreateMeetingCommandInput = {
  ClientRequestToken: 'token-1',
  MediaRegion: 'us-east-1',
  ExternalMeetingId: 'advice',
};
const nobody = '00000000-0000-4000-8000-999999999999';

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

  it.each<{ case: string; over: Partial<CreateMeetingCommandInput>; says: string }>([
    { case: 'no media region', over: { MediaRegion: undefined }, says: 'MediaRegion' },
    { case: 'an unknown media region', over: { MediaRegion: 'mars-north-1' }, says: 'MediaRegion' },
    { case: 'no ExternalMeetingId', over: { ExternalMeetingId: undefined }, says: 'ExternalMeetingId' },
    { case: 'an ExternalMeetingId of 1 character', over: { ExternalMeetingId: 'a' }, says: 'ExternalMeetingId' },
    {
      case: 'an ExternalMeetingId of 65 characters',
      over: { ExternalMeetingId: 'a'.repeat(65) },
      says: 'ExternalMeetingId',
    },
    { case: 'a reserved ExternalMeetingId', over: { ExternalMeetingId: 'AWS:mine' }, says: 'ExternalMeetingId' },
    {
      case: 'an ExternalMeetingId with a forbidden character',
      over: { ExternalMeetingId: 'a*b' },
      says: 'ExternalMeetingId',
    },
    { case: 'a request token of 1 character', over: { ClientRequestToken: 'a' }, says: 'ClientRequestToken' },
    { case: 'a meeting to replicate', over: { PrimaryMeetingId: nobody }, says: 'PrimaryMeetingId' },
  ])('refuses $case', async ({ over, says }) => {
    const creating = under.client.send(new CreateMeetingCommand({ ...request, ...over }));

    await expect(creating).rejects.toThrow(BadRequestException);
    await expect(creating).rejects.toMatchObject({ Code: 'BadRequest', message: expect.stringContaining(says) });
    expect(under.events).toEqual([]);
  });

  it('accepts ids of 2 and of 64 characters', async () => {
    await expect(under.openMeeting({ ExternalMeetingId: 'ab', ClientRequestToken: 'a'.repeat(64) })).resolves.not.toBe(
      '',
    );
    await expect(under.openMeeting({ ExternalMeetingId: 'é'.repeat(64), ClientRequestToken: 'ab' })).resolves.not.toBe(
      '',
    );
  });

  it('refuses content without video, and batches of none or more than 100', async () => {
    const MeetingId = await under.openMeeting();
    const Capabilities = { Audio: 'SendReceive', Video: 'Send', Content: 'Receive' } as const;
    const many = Array.from({ length: 101 }, (_, n) => ({ ExternalUserId: `user-${n}` }));

    await expect(
      under.client.send(new CreateAttendeeCommand({ MeetingId, ExternalUserId: 'caller', Capabilities })),
    ).rejects.toThrow(BadRequestException);
    await expect(under.client.send(new BatchCreateAttendeeCommand({ MeetingId, Attendees: [] }))).rejects.toThrow(
      BadRequestException,
    );
    await expect(under.client.send(new BatchCreateAttendeeCommand({ MeetingId, Attendees: many }))).rejects.toThrow(
      BadRequestException,
    );
    await expect(under.client.send(new ListAttendeesCommand({ MeetingId, MaxResults: 101 }))).rejects.toThrow(
      BadRequestException,
    );
    await expect(under.client.send(new ListAttendeesCommand({ MeetingId, NextToken: 'invented' }))).rejects.toThrow(
      BadRequestException,
    );
  });

  it.each([
    { error: 'ThrottlingException', type: ThrottlingException, status: 429 },
    { error: 'ServiceUnavailableException', type: ServiceUnavailableException, status: 503 },
    { error: 'UnprocessableEntityException', type: UnprocessableEntityException, status: 422 },
  ] as const)(
    'fails with $error as often as it was ordered to, and without effect',
    async ({ error, type, status }) => {
      under.meetings.faults.failNext('CreateMeeting', error, 2);

      for (const _ of [1, 2]) {
        const creating = under.openMeeting();
        await expect(creating).rejects.toThrow(type);
        await expect(creating).rejects.toMatchObject({ $metadata: { httpStatusCode: status } });
      }
      expect(under.events).toEqual([]);
      await expect(under.openMeeting()).resolves.not.toBe('');
    },
  );

  it('says plainly what it does not serve', async () => {
    const asked = under.client.send(
      new CreateMeetingWithAttendeesCommand({ ...request, Attendees: [{ ExternalUserId: 'caller' }] }),
    );

    await expect(asked).rejects.toMatchObject({ name: 'NotServedLocally', $metadata: { httpStatusCode: 501 } });
  });

  it.each([
    { case: 'unsigned', init: { method: 'GET' }, path: '/meetings/x', status: 403 },
    {
      case: 'not JSON',
      init: { method: 'POST', body: '{', headers: { authorization: 'AWS4-HMAC-SHA256 any' } },
      path: '/meetings',
      status: 400,
    },
    {
      case: 'not an object',
      init: { method: 'POST', body: '7', headers: { authorization: 'AWS4-HMAC-SHA256 any' } },
      path: '/meetings',
      status: 400,
    },
    {
      case: 'too large',
      init: { method: 'POST', body: 'x'.repeat(300_000), headers: { authorization: 'AWS4-HMAC-SHA256 any' } },
      path: '/meetings',
      status: 400,
    },
    {
      case: 'for an unknown path',
      init: { method: 'GET', headers: { authorization: 'AWS4-HMAC-SHA256 any' } },
      path: '/meetings/%zz/attendees/1/2',
      status: 501,
    },
  ])('refuses a request that is $case', async ({ init, path, status }) => {
    const response = await fetch(`${under.meetings.endpoint}${path}`, init);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ Code: expect.any(String), Message: expect.any(String) });
  });

  it('answers with a failure of the service when a listener to its events fails', async () => {
    const end = under.meetings.onEvent(() => {
      throw new Error('listener is broken');
    });

    const opening = under.openMeeting().finally(end);

    await expect(opening).rejects.toMatchObject({
      name: 'ServiceFailureException',
      message: expect.stringContaining('listener is broken'),
    });
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
