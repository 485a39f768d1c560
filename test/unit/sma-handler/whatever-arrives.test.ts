import fc from 'fast-check';
import { invocationEventTypes } from '../../../shared/contracts/sma-event.ts';
import { smaResponseSchema } from '../../../shared/contracts/sma-response.ts';
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
  const events = fc.record({
    type: fc.constantFrom(...invocationEventTypes, 'SOMETHING_NEW'),
    participants,
    attributes: fc.option(
      fc.dictionary(
        fc.constantFrom('phase', 'contextId', 'current', 'remaining', 'meeting', 'rule', 'callerId', 'x'),
        fc.oneof(fc.string(), fc.constantFrom('trying', 'connected', 'ended', '[]', '{}', '+14255550100')),
      ),
      { nil: undefined },
    ),
  });

  it('answers any event with a well-formed response of at most ten actions', async () => {
    const sma = await smaFunction();

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
