import { endingOf } from '../../../../../shared/domain/call-flow/call-ending.ts';
import type { AttemptMade, Happening } from '../../../../../shared/domain/call-flow/happening.ts';
import { callRecordOf } from '../../../../support/call-record-builder.ts';

const desk: AttemptMade = { number: 1, kind: 'contactCenter', id: 'desk' };
const voicemail: AttemptMade = { number: 2, kind: 'voicemail', id: 'message' };
const answered: Happening = { kind: 'attemptEnded', attempt: desk, outcome: 'answered' };
const callerGone: Happening = { kind: 'legEnded', leg: 'LEG-A' };
const otherSideGone: Happening = { kind: 'legEnded', leg: 'LEG-B' };

describe('how a call ended', () => {
  it.each<{ case: string; told: readonly Happening[]; ending: string; hungUpBy?: string }>([
    { case: 'nothing has ended', told: [answered], ending: 'underWay' },
    { case: 'the caller hung up on an agent', told: [answered, callerGone], ending: 'answered', hungUpBy: 'caller' },
    {
      case: 'the agent hung up',
      told: [answered, otherSideGone, callerGone],
      ending: 'answered',
      hungUpBy: 'otherSide',
    },
    {
      case: 'an operator hung up',
      told: [answered, { kind: 'commanded', command: 'hangUp', from: 'operator' }, otherSideGone, callerGone],
      ending: 'answered',
      hungUpBy: 'operator',
    },
    {
      case: 'a second agent hung up after a transfer',
      told: [answered, otherSideGone, answered, callerGone],
      ending: 'answered',
      hungUpBy: 'caller',
    },
    {
      case: 'the caller left a message',
      told: [{ kind: 'voicemailLeft', attempt: voicemail }, callerGone],
      ending: 'voicemailLeft',
    },
    { case: 'nobody could be reached', told: [{ kind: 'apologised' }, callerGone], ending: 'unanswered' },
    {
      case: 'the caller hung up while it rang',
      told: [{ kind: 'attemptEnded', attempt: desk, outcome: 'callerLeft' }, callerGone],
      ending: 'callerLeft',
    },
    {
      case: 'an operator hung up while it rang',
      told: [{ kind: 'commanded', command: 'hangUp', from: 'operator' }, callerGone],
      ending: 'hungUp',
    },
    { case: 'the caller hung up in the menu', told: [{ kind: 'menuAsked' }, callerGone], ending: 'callerLeft' },
    {
      case: 'a voicemail answered a callback',
      told: [{ kind: 'callbackAnswered', yes: false }, callerGone],
      ending: 'callbackDeclined',
    },
  ])('when $case', ({ told, ending, hungUpBy }) => {
    const records = told.map((happening, index) => callRecordOf({ sequence: index + 1, happenings: [happening] }));

    const found = endingOf(records);

    expect(found).toMatchObject({ ending });
    expect(found.hungUpBy).toBe(hungUpBy);
  });

  it('when the caller heard a message and was hung up', () => {
    const records = [
      callRecordOf({ phase: 'parting' }),
      callRecordOf({ sequence: 2, phase: 'ended', happenings: [callerGone] }),
    ];

    expect(endingOf(records)).toEqual({ ending: 'told', endedAt: records[1]!.at });
  });

  it('when the last word on the caller’s leg is missing, but everybody was hung up', () => {
    expect(endingOf([callRecordOf({ phase: 'ended', happenings: [answered] })])).toEqual({ ending: 'answered' });
  });
});
