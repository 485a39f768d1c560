import fc from 'fast-check';
import { invocationEventTypes } from '../../../shared/contracts/sma-event.ts';
import { smaResponseSchema } from '../../../shared/contracts/sma-response.ts';
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
  const underWay = fc
    .record({
      phase: fc.constant('trying' as const),
      facts: fc.constant({ ruleId: 'r', callerId: ownedNumber, tableVersion: 1 }),
      attemptNumber: fc.integer({ min: 1, max: 20 }),
      current: attempt,
      remaining: fc.array(attempt, { maxLength: 12 }),
    })
    .map(writeState);
  const actionData = fc.record({
    Type: fc.constantFrom('CallAndBridge', 'JoinChimeMeeting', 'Speak', 'RecordAudio', 'Hangup', 'Dance'),
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
          fc.constantFrom('phase', 'contextId', 'current', 'remaining', 'meeting', 'rule', 'callerId', 'x'),
          fc.oneof(fc.string(), fc.constantFrom('trying', 'connected', 'ended', '[]', '{}', '+14255550100')),
        ),
        { nil: undefined },
      ),
    ),
  });

  it.each([
    { case: 'where all can be had', available: true },
    { case: 'where nothing can be had', available: false },
  ])('answers any event with a well-formed response of at most ten actions $case', async ({ available }) => {
    const sma = await smaFunction({}, available ? { voicemailBucket: 'voicemail' } : { asksServices: false });
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
