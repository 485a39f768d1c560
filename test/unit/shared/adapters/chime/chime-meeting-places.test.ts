import { startMeetings, type LocalMeetings } from '../../../../../infra/local/meetings/meetings.ts';
import { chimeMeetingPlaces } from '../../../../../shared/adapters/chime/chime-meeting-places.ts';
import { chimeMeetings } from '../../../../../shared/adapters/chime/chime-meetings.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const region = 'us-east-1';
const request = { requestToken: 'transaction-1', externalMeetingId: 'mortgage-advice', externalUserId: 'caller' };

describe('a place in a meeting of the Amazon Chime SDK', () => {
  const environment = { ...process.env };
  let service: LocalMeetings;
  beforeEach(async () => {
    const time = new TimersFake();
    service = await startMeetings({ timers: time, clock: time, ids: idsFake() });
    process.env['AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS'] = service.endpoint;
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  });
  afterEach(async () => {
    process.env = { ...environment };
    await service.close();
  });

  it('is what a client joins with: the meeting, and a token of one’s own', async () => {
    const { meetingId } = await chimeMeetings({ region }).open(request);

    const place = await chimeMeetingPlaces().take({ meetingId, region, externalUserId: 'adviser-1' });

    expect(place).toMatchObject({
      meeting: { MeetingId: meetingId, MediaPlacement: expect.anything() },
      attendee: { ExternalUserId: 'adviser-1', JoinToken: expect.stringMatching(/./) },
    });
  });

  it('is the same for the same adviser, and another one for another', async () => {
    const { meetingId } = await chimeMeetings({ region }).open(request);
    const places = chimeMeetingPlaces();

    const first = await places.take({ meetingId, region, externalUserId: 'adviser-1' });
    const again = await places.take({ meetingId, region, externalUserId: 'adviser-1' });
    const other = await places.take({ meetingId, region, externalUserId: 'adviser-2' });

    expect(again).toEqual(first);
    expect(other?.attendee.AttendeeId).not.toBe(first?.attendee.AttendeeId);
  });

  it('is not to be had in a meeting that has ended', async () => {
    const meetings = chimeMeetings({ region });
    const meeting = await meetings.open(request);
    await meetings.close(meeting);

    const place = await chimeMeetingPlaces().take({ ...meeting, region, externalUserId: 'adviser-1' });

    expect(place).toBeUndefined();
  });

  it('cannot be told of when nobody answers', async () => {
    process.env['AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS'] = 'http://127.0.0.1:9';

    const taking = chimeMeetingPlaces().take({ meetingId: 'meeting-1', region, externalUserId: 'adviser-1' });

    await expect(taking).rejects.toMatchObject({ code: 'meeting-unavailable' });
  });
});
