import {
  BadRequestException,
  BatchCreateAttendeeCommand,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  ListAttendeesCommand,
  ServiceUnavailableException,
  StopMeetingTranscriptionCommand,
  ThrottlingException,
  UnprocessableEntityException,
  type CreateMeetingCommandInput,
} from '@aws-sdk/client-chime-sdk-meetings';
import { MeetingsUnderTest } from './meetings-fixture.ts';
import { request } from './meeting-request-fixture.ts';

let under: MeetingsUnderTest;
beforeEach(async () => {
  under = await MeetingsUnderTest.start();
});
afterEach(() => under.close());

const nobody = '00000000-0000-4000-8000-999999999999';

describe('the local Meetings API, asked by the real SDK client', () => {
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
    const asked = under.client.send(new StopMeetingTranscriptionCommand({ MeetingId: 'x' }));

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
});
