import type { Happening } from '../../../../../shared/domain/call-flow/happening.ts';
import { whereaboutsOf, type Whereabouts } from '../../../../../shared/domain/call-flow/whereabouts.ts';
import { callRecordOf } from '../../../../support/call-record-builder.ts';

const meeting = { number: 1, kind: 'meeting', id: 'advisers' } as const;
const desk = { number: 2, kind: 'contactCenter', id: 'desk' } as const;
const waiting: Happening = { kind: 'attemptBegan', attempt: meeting, meetingId: 'meeting-1' };
const ringing: Happening = { kind: 'attemptBegan', attempt: desk };
const inMeeting = { destination: 'meeting:advisers', meetingId: 'meeting-1' };
const atDesk = { destination: 'contactCenter:desk' };

const after = (...happenings: Happening[]): Whereabouts =>
  whereaboutsOf(happenings.map((happening, index) => callRecordOf({ sequence: index + 1, happenings: [happening] })));

describe('where a call is', () => {
  it.each<{ case: string; happenings: Happening[]; there: Whereabouts }>([
    { case: 'nowhere when it begins', happenings: [], there: {} },
    { case: 'where it rings', happenings: [ringing], there: atDesk },
    { case: 'in the meeting that it waits in', happenings: [waiting], there: inMeeting },
    {
      case: 'in the meeting, with an adviser',
      happenings: [waiting, { kind: 'attemptEnded', attempt: meeting, outcome: 'answered' }],
      there: inMeeting,
    },
    {
      case: 'nowhere when nobody has come',
      happenings: [waiting, { kind: 'attemptEnded', attempt: meeting, outcome: 'notAnswered' }],
      there: {},
    },
    { case: 'not in the meeting that it has left', happenings: [waiting, ringing], there: atDesk },
    { case: 'nowhere when a leg has ended', happenings: [ringing, { kind: 'legEnded', leg: 'LEG-B' }], there: {} },
    { case: 'nowhere while the function apologises', happenings: [ringing, { kind: 'apologised' }], there: {} },
    {
      case: 'where it is while the caller presses keys',
      happenings: [ringing, { kind: 'commanded', command: 'pauseRecording', from: 'caller' }],
      there: atDesk,
    },
  ])('is $case', ({ happenings, there }) => {
    expect(after(...happenings)).toEqual(there);
  });

  it('is nowhere after its end', () => {
    expect(whereaboutsOf([callRecordOf({ happenings: [ringing], phase: 'ended' })])).toEqual({});
  });
});
