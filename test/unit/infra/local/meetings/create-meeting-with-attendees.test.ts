import {
  CreateMeetingWithAttendeesCommand,
  ListAttendeesCommand,
  type CreateMeetingWithAttendeesCommandInput,
  type CreateMeetingWithAttendeesCommandOutput,
} from '@aws-sdk/client-chime-sdk-meetings';
import { MeetingsUnderTest } from './meetings-fixture.ts';
import { request } from './meeting-request-fixture.ts';

let under: MeetingsUnderTest;
beforeEach(async () => {
  under = await MeetingsUnderTest.start();
});
afterEach(() => under.close());

/** A meeting with attendees of these names. */
function create(
  names: readonly string[],
  over: Partial<CreateMeetingWithAttendeesCommandInput> = {},
): Promise<CreateMeetingWithAttendeesCommandOutput> {
  const Attendees = names.map((ExternalUserId) => ({ ExternalUserId }));
  return under.client.send(new CreateMeetingWithAttendeesCommand({ ...request, Attendees, ...over }));
}

describe('a meeting that is created with its attendees', () => {
  it('has them in it, each with a join token of its own', async () => {
    const { Meeting, Attendees, Errors } = await create(['caller', 'adviser']);
    const listed = await under.client.send(new ListAttendeesCommand({ MeetingId: Meeting?.MeetingId }));

    expect(Meeting).toMatchObject({ ExternalMeetingId: 'advice', MediaRegion: 'us-east-1' });
    expect(Attendees?.map(({ ExternalUserId }) => ExternalUserId)).toEqual(['caller', 'adviser']);
    expect(new Set(Attendees?.map(({ JoinToken }) => JoinToken)).size).toBe(2);
    expect(Errors).toEqual([]);
    expect(listed.Attendees).toEqual(Attendees);
  });

  it('is the same, with the same attendees, for the same request', async () => {
    const first = await create(['caller']);
    const again = await create(['caller']);

    expect([again.Meeting, again.Attendees]).toEqual([first.Meeting, first.Attendees]);
  });

  it('tells who has found no place', async () => {
    const { Attendees, Errors } = await create(['caller', 'adviser'], {
      MeetingFeatures: { Attendee: { MaxCount: 1 } },
    });

    expect(Attendees).toMatchObject([{ ExternalUserId: 'caller' }]);
    expect(Errors).toMatchObject([{ ExternalUserId: 'adviser', ErrorCode: 'ResourceLimitExceeded' }]);
  });

  it.each([
    { case: 'nobody', names: [] },
    { case: 'more than 20', names: Array.from({ length: 21 }, (_, n) => `user-${n}`) },
  ])('cannot be had for $case', async ({ names }) => {
    await expect(create(names)).rejects.toMatchObject({ name: 'BadRequestException' });
    expect(under.events).toEqual([]);
  });
});
