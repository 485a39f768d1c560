import type { SmaResponse } from '../../../shared/contracts/sma-response.ts';
import { readState } from '../../../sma-handler/transaction-attributes.ts';
import { routingTableOf } from '../../support/routing-table-builder.ts';
import { skillCallHeaders, smaFunction, timeUntil, type SmaFunctionFake } from '../../support/sma-call.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';

const hangs = (): Promise<never> => new Promise(() => undefined);

/** A function that has known version 1 for a minute, when version 2 is published. */
async function warmFunction(): Promise<SmaFunctionFake> {
  const sma = await smaFunction();
  await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));
  await sma.publish(routingTableOf());
  await sma.clock.advanceBy(60_000);
  return sma;
}

const ended = anSmaEvent({
  type: 'HANGUP',
  participants: [disconnected(callerLeg)],
  actionData: { Type: 'Hangup', Parameters: { CallId: callerLeg.CallId } },
});

async function answered(sma: SmaFunctionFake): Promise<SmaResponse> {
  const first = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));
  return sma.handle(
    anSmaEvent({
      type: 'ACTION_SUCCESSFUL',
      participants: [connected(callerLeg), connected(calleeLeg)],
      attributes: first.TransactionAttributes,
      actionData: { Type: 'CallAndBridge' },
    }),
  );
}

/** The table by which a call goes that begins now. */
async function versionOfNextCall(sma: SmaFunctionFake): Promise<number | undefined> {
  const caller = { ...callerLeg, StartTimeInMilliseconds: String(sma.clock.now()) };
  const event = anSmaEvent({ type: 'NEW_INBOUND_CALL', transactionId: 'next', participants: [caller] });
  return versionOf(await sma.handle(event));
}

function versionOf({ TransactionAttributes }: SmaResponse): number | undefined {
  const state = readState(TransactionAttributes);
  return 'facts' in state ? state.facts?.tableVersion : undefined;
}

describe('a newer routing table', () => {
  it('is taken by the next call after one has ended', async () => {
    const sma = await warmFunction();

    await sma.handle(ended);

    expect(await versionOfNextCall(sma)).toBe(2);
  });

  it('is taken by the next call after one was answered', async () => {
    const sma = await warmFunction();

    await answered(sma);

    expect(await versionOfNextCall(sma)).toBe(2);
  });

  it('does not keep a caller waiting whose call begins', async () => {
    const sma = await warmFunction();
    const context = await sma.storedContext();
    sma.tables.currentVersion = hangs;

    const answer = sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    expect(await timeUntil(sma, answer)).toBe(0);
    expect(versionOf(await answer)).toBe(1);
  });

  it('is waited for 1.5 s at most when a call has ended', async () => {
    const sma = await warmFunction();
    sma.tables.currentVersion = hangs;

    expect(await timeUntil(sma, sma.handle(ended))).toBe(1500);
  });

  it('is not waited for while the other side of a call is still to be hung up', async () => {
    const sma = await warmFunction();
    sma.tables.currentVersion = hangs;
    const event = anSmaEvent({
      type: 'HANGUP',
      participants: [disconnected(callerLeg), connected(calleeLeg)],
      actionData: { Type: 'Hangup', Parameters: { CallId: callerLeg.CallId } },
    });

    expect(await timeUntil(sma, sma.handle(event))).toBe(0);
  });
});
