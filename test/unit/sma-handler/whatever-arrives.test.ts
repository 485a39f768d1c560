import fc from 'fast-check';
import { invocationEventTypes } from '../../../shared/contracts/sma-event.ts';
import { smaResponseSchema } from '../../../shared/contracts/sma-response.ts';
import { recordings, type CallState } from '../../../sma-handler/call-state.ts';
import { writeState } from '../../../sma-handler/transaction-attributes.ts';
import {
  adviser,
  directory,
  downtown,
  holdOn,
  mailbox,
  mobile,
  ownedNumber,
  supportDesk,
} from '../../support/attempts.ts';
import { skillCallHeaders, smaFunction } from '../../support/sma-call.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';

describe('whatever arrives', () => {
  const participants = fc.subarray([
    connected(callerLeg),
    disconnected(callerLeg),
    callerLeg,
    connected(calleeLeg),
    disconnected(calleeLeg),
  ]);
  const attempt = fc.constantFrom(supportDesk, downtown, mobile, adviser, directory, holdOn, mailbox);
  const facts = {
    entry: 'phone',
    ruleId: 'r',
    callerId: ownedNumber,
    tableVersion: 1,
    service: { afterwards: 'survey', keys: { '1': 'nextPerson', '4': 'pauseRecording' }, recording: 'ask' },
  } as const;
  const following = {
    facts: fc.constant(facts),
    attemptNumber: fc.integer({ min: 1, max: 20 }),
    remaining: fc.array(attempt, { maxLength: 12 }),
    recording: fc.constantFrom(...recordings),
  };
  const meeting = fc.constant({ meetingId: 'm', attendeeId: 'a' });
  const states: fc.Arbitrary<CallState> = fc.oneof(
    fc.record({
      phase: fc.constantFrom('trying' as const, 'connected' as const),
      ...following,
      current: attempt,
      meeting,
    }),
    fc.record({
      phase: fc.constant('waiting' as const),
      ...following,
      current: fc.constant(adviser),
      meeting,
      rounds: fc.nat({ max: 8 }),
    }),
    fc.record({ phase: fc.constant('choosing' as const), ...following, options: fc.constant(['billing']) }),
    fc.record({
      phase: fc.constantFrom('confirming' as const, 'consenting' as const, 'leaving' as const),
      ...following,
    }),
    fc.record({
      phase: fc.constantFrom('surveying' as const, 'parting' as const, 'apologising' as const, 'ended' as const),
      facts: fc.constant(facts),
    }),
    fc.constant({ phase: 'offering' as const, facts, attemptNumber: 2, recording: 'on' as const }),
    fc.constant({ phase: 'callingBack' as const }),
  );
  const underWay = fc.tuple(states, fc.string({ maxLength: 12 })).map(([state, records]) => writeState(state, records));
  const actionData = fc.record({
    Type: fc.constantFrom(
      'CallAndBridge',
      'JoinChimeMeeting',
      'Speak',
      'SpeakAndGetDigits',
      'PlayAudio',
      'ReceiveDigits',
      'StartCallRecording',
      'RecordAudio',
      'Hangup',
      'CallUpdateRequest',
      'Dance',
    ),
    ReceivedDigits: fc.constantFrom('', '1', '*1', '*4', 'x', 7),
    Parameters: fc.record({ Arguments: fc.anything() }),
    ErrorType: fc.constantFrom('CallNotAnswered', 'InvalidActionParameter', 'SystemException'),
  });
  const events = fc.record({
    type: fc.constantFrom(...invocationEventTypes, 'SOMETHING_NEW'),
    participants,
    actionData,
    attributes: fc.oneof(
      underWay,
      fc.option(
        fc.dictionary(
          fc.constantFrom('phase', 'state', 'records', 'x'),
          fc.oneof(
            fc.string(),
            fc.json(),
            fc.constantFrom('trying', 'connected', '{}', '{"phase":"ended"}', '1|1;2;3'),
          ),
        ),
        { nil: undefined },
      ),
    ),
  });

  it.each([
    { case: 'where all can be had', available: true },
    { case: 'where nothing can be had', available: false },
  ])('answers any event with a well-formed response of at most ten actions $case', async ({ available }) => {
    const sma = await smaFunction(
      {},
      available ? { voicemailBucket: 'voicemail', recordings: 'recordings' } : { asksServices: false },
    );
    sma.invitations.available = available;
    sma.meetings.available = available;
    sma.lookUps.answer = { kind: 'named', destination: { kind: 'contactCenter', id: 'support' } };

    await fc.assert(
      fc.asyncProperty(events, async (wish) => {
        const response = await sma.handle(anSmaEvent(wish));

        expect(smaResponseSchema.safeParse(response).success).toBe(true);
      }),
    );
  });

  it('answers anything at all with a well-formed response', async () => {
    const sma = await smaFunction();

    await fc.assert(
      fc.asyncProperty(fc.anything(), async (anything) => {
        expect(smaResponseSchema.safeParse(await sma.handle(anything)).success).toBe(true);
      }),
    );
  });

  it('logs nothing personal', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    const logged = sma.logged.join('\n');
    for (const personal of [context.callerName, context.phoneNumber, context.accountId, callerLeg.From, context.id])
      expect(logged).not.toContain(personal);
    expect(logged).toContain('invocation-answered');
  });
});
