import { startMeetings, type LocalMeetings } from '../../../../../infra/local/meetings/meetings.ts';
import { chimeMeetings } from '../../../../../shared/adapters/chime/chime-meetings.ts';
import type { Meetings, OpenMeeting } from '../../../../../shared/ports/meetings.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const request = { requestToken: 'transaction-1', externalMeetingId: 'mortgage-advice', externalUserId: 'caller' };

describe('meetings of the Amazon Chime SDK', () => {
  const environment = { ...process.env };
  let service: LocalMeetings;
  let meetings: Meetings;
  beforeEach(async () => {
    const time = new TimersFake();
    service = await startMeetings({ timers: time, clock: time, ids: idsFake() });
    process.env['AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS'] = service.endpoint;
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
    meetings = chimeMeetings({ region: 'us-east-1' });
  });
  afterEach(async () => {
    process.env = { ...environment };
    await service.close();
  });

  const openedTwice = async (): Promise<[OpenMeeting, OpenMeeting]> => [
    await meetings.open(request),
    await meetings.open(request),
  ];

  it('are opened once for a request, with one place for the caller', async () => {
    const [first, again] = await openedTwice();

    expect(again).toEqual(first);
    expect(first.joinToken).not.toBe('');
    expect(await meetings.attendees(first)).toBe(1);
  });

  it('have as many attendees as have a place in them', async () => {
    const meeting = await meetings.open(request);
    await meetings.open({ ...request, externalUserId: 'adviser' });

    expect(await meetings.attendees(meeting)).toBe(2);
  });

  it('have no attendees when they have ended', async () => {
    const meeting = await meetings.open(request);
    await meetings.close(meeting);

    expect(await meetings.attendees(meeting)).toBe(0);
  });

  it('are closed even where the caller’s place is gone', async () => {
    const meeting = await meetings.open(request);

    await meetings.close({ ...meeting, attendeeId: '00000000-0000-4000-8000-999999999999' });

    expect(await meetings.attendees(meeting)).toBe(0);
  });

  it('are opened at the second attempt when the API is throttled for a moment', async () => {
    service.faults.failNext('CreateMeetingWithAttendees', 'ThrottlingException');

    await expect(meetings.open(request)).resolves.toMatchObject({ meetingId: expect.any(String) });
  });

  it.each(['ThrottlingException', 'ServiceUnavailableException'] as const)(
    'are unavailable while the API answers %s',
    async (error) => {
      service.faults.failNext('CreateMeetingWithAttendees', error, 2);

      await expect(meetings.open(request)).rejects.toMatchObject({
        code: 'meeting-unavailable',
        cause: { name: error, $metadata: { attempts: 2 } },
      });
    },
  );

  it('cannot be counted in while ListAttendees is throttled', async () => {
    const meeting = await meetings.open(request);
    service.faults.failNext('ListAttendees', 'ThrottlingException', 2);

    await expect(meetings.attendees(meeting)).rejects.toMatchObject({
      code: 'meeting-unavailable',
      cause: { name: 'ThrottlingException' },
    });
  });

  it('are closed as far as that is possible, and nobody hears of it when it is not', async () => {
    await service.close();

    await expect(meetings.close({ meetingId: 'meeting', attendeeId: 'attendee' })).resolves.toBeUndefined();
    await expect(meetings.open(request)).rejects.toMatchObject({ code: 'meeting-unavailable' });
  });
});
