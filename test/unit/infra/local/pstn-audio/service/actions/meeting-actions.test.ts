import { joinChimeMeeting } from '../../../../../../../infra/local/pstn-audio/service/actions/join-chime-meeting.ts';
import { modifyChimeMeetingAttendees } from '../../../../../../../infra/local/pstn-audio/service/actions/modify-chime-meeting-attendees.ts';
import type { MeetingDoor } from '../../../../../../../infra/local/pstn-audio/service/call-control.ts';
import { FakeCall, type FakeCallOptions } from '../fakes/fake-call.ts';
import { ownNumber, callerNumber } from '../fakes/fake-leg.ts';

const admission = { JoinToken: 'token', MeetingId: 'meeting' };
const seat = { meetingId: 'meeting', left: new Promise<void>(() => undefined), leave: () => undefined };
const open: Partial<MeetingDoor> = { join: ({ joinToken }) => (joinToken === 'token' ? seat : undefined) };

async function joined(options: FakeCallOptions = {}): Promise<FakeCall> {
  const call = new FakeCall({ ...options, meetings: { ...open, ...options.meetings } });
  await joinChimeMeeting(admission, call).done;
  return call;
}

describe('JoinChimeMeeting', () => {
  it('answers the caller and makes the meeting LEG-B', async () => {
    const call = new FakeCall({ meetings: open });

    const result = await joinChimeMeeting({ ...admission, ParticipantTag: 'LEG-A' }, call).done;

    expect(result).toEqual({
      kind: 'successful',
      parameters: { ...admission, ParticipantTag: 'LEG-A', CallId: 'call-a' },
    });
    expect(call.caller.done).toEqual(['answer']);
    expect(call.legs[1]?.description).toMatchObject({ tag: 'LEG-B', to: '+17035550122', from: ownNumber });
  });

  it('shows the application’s number on a call that was placed, too', async () => {
    const call = await joined({ caller: { direction: 'Outbound', from: ownNumber, to: callerNumber } });

    expect(call.legs[1]?.description.from).toBe(ownNumber);
  });

  it.each([
    { case: 'no token', parameters: { MeetingId: 'meeting' }, message: 'JoinToken parameter value is invalid.' },
    {
      case: 'a token that admits nobody',
      parameters: { ...admission, JoinToken: 'old' },
      message: 'JoinToken parameter value is invalid.',
    },
    {
      case: 'LEG-B',
      parameters: { ...admission, ParticipantTag: 'LEG-B' },
      message: 'CallId or ParticipantTag parameter for action is invalid.',
    },
  ])('fails on $case', async ({ parameters, message }) => {
    const call = new FakeCall({ meetings: open });

    const result = await joinChimeMeeting(parameters, call).done;

    expect(result).toMatchObject({ errorType: 'InvalidActionParameter', errorMessage: message });
    expect(call.caller.done).toEqual([]);
  });

  it('fails on a bridged call', async () => {
    const call = new FakeCall({ meetings: open }).withLegB();

    expect(await joinChimeMeeting(admission, call).done).toMatchObject({ errorType: 'InvalidActionParameter' });
    expect(call.legs).toHaveLength(2);
  });
});

describe('ModifyChimeMeetingAttendees', () => {
  const mute = { Operation: 'Mute', MeetingId: 'meeting', AttendeeList: ['one', 'two'] };

  it.each([
    { Operation: 'Mute', muted: true },
    { Operation: 'Unmute', muted: false },
  ])('$Operation is done to every attendee of the list', async ({ Operation, muted }) => {
    const asked: unknown[] = [];
    const call = await joined({
      meetings: {
        setMuted: (...request) => {
          asked.push(request);
          return [];
        },
      },
    });

    const result = await modifyChimeMeetingAttendees({ ...mute, Operation, ParticipantTag: 'LEG-B' }, call).done;

    expect(asked).toEqual([['meeting', ['one', 'two'], muted]]);
    expect(result).toEqual({
      kind: 'successful',
      parameters: { ...mute, Operation, ParticipantTag: 'LEG-B', CallId: call.legs[1]?.description.callId },
    });
  });

  it('names the attendees who are not in the meeting', async () => {
    const call = await joined({ meetings: { setMuted: () => ['two'] } });

    expect(await modifyChimeMeetingAttendees(mute, call).done).toMatchObject({
      errorType: 'InvalidActionParameter',
      errorMessage: 'One or more attendees are not part of this meeting. All attendees must be part of this meeting.',
      outcome: { ErrorList: ['two'] },
    });
  });

  it.each([
    {
      case: 'another operation',
      change: { Operation: 'Remove', MeetingId: '' },
      message: 'The ModifyChimeMeetingAttendees Operation parameter value is invalid',
    },
    { case: 'no meeting', change: { MeetingId: '' }, message: 'Meeting ID parameter value is invalid.' },
    {
      case: 'a meeting that was not joined',
      change: { MeetingId: 'other' },
      message: 'Meeting ID parameter value is invalid.',
    },
    { case: 'nobody', change: { AttendeeList: [] }, message: 'Attendee List parameter value is invalid.' },
    {
      case: 'more than 100 attendees',
      change: { AttendeeList: Array.from({ length: 101 }, (_, n) => `a${n}`) },
      message: 'Attendee List parameter value is invalid.',
    },
    {
      case: 'a leg that is not there',
      change: { CallId: 'call-x' },
      message: 'CallId or ParticipantTag parameter for action is invalid.',
    },
  ])('is refused for $case', async ({ change, message }) => {
    const call = await joined({ meetings: { setMuted: () => [] } });

    expect(await modifyChimeMeetingAttendees({ ...mute, ...change }, call).done).toMatchObject({
      errorType: 'InvalidActionParameter',
      errorMessage: message,
    });
  });

  it('is refused where there is no meeting: on a single leg, and on a bridged call', async () => {
    const results = await Promise.all(
      [new FakeCall(), new FakeCall().withLegB()].map((call) => modifyChimeMeetingAttendees(mute, call).done),
    );

    expect(results.map((result) => (result.kind === 'failed' ? result.errorMessage : ''))).toEqual([
      'Invalid action on the call.',
      'Call is not connected to Chime Meeting.',
    ]);
  });
});
