import type { CallContextId } from '../../../../shared/domain/call-context-id.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import type { CallIngress, CallStartResult } from '../../../../shared/ports/call-starter.ts';
import type { AlexaAccess } from '../../../../skill/alexa-access.ts';
import { prepareCall } from '../../../../skill/calling/prepare-call.ts';
import { startCall, type CallToStart, type Started } from '../../../../skill/calling/start-call.ts';
import { leaks, personalData } from '../../../support/personal-data.ts';
import { accessOf, CallUnderTest, everything, smaPhoneNumber } from './a-call.ts';

const reason = { id: 'billing', words: personalData.words };

describe('a call is started', () => {
  let call: CallUnderTest;
  beforeEach(() => {
    call = new CallUnderTest();
  });
  const prepared = async (way: 'call' | 'callBack' = 'call', access = accessOf()): Promise<CallContextId> => {
    const result = await prepareCall(call.toPrepare({ draft: { way, reason }, access }), call.services);
    call.deeds.length = 0;
    if (result.kind !== 'ready') throw new Error(`not prepared: ${result.kind}`);
    return result.contextId;
  };
  const started = (
    contextId: CallContextId,
    more: Partial<CallToStart> = {},
    access: AlexaAccess = accessOf(),
  ): Promise<Started> => startCall({ contextId, requestId: 'request-1', ...more }, access, call.services);

  it('once it is ordered: two round trips, in this order', async () => {
    const contextId = await prepared();

    expect(await started(contextId)).toEqual({ kind: 'started', ingress: 'alexa-skill-call' });

    expect(call.deeds).toEqual(['order', 'start alexa-skill-call']);
    expect(call.requests).toEqual([
      { contextId, from: personalData.phoneNumber, to: smaPhoneNumber, deviceId: 'amzn1.ask.device.EXAMPLE' },
    ]);
  });

  it('once, however often the same request comes', async () => {
    const contextId = await prepared();

    const results = await Promise.all(Array.from({ length: 8 }, () => started(contextId)));

    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['started']));
    expect(call.requests).toHaveLength(1);
  });

  it('again when the caller asks for another try', async () => {
    const contextId = await prepared();
    call.result = { kind: 'unavailable' };
    await started(contextId);
    call.result = { kind: 'started' };

    expect(await started(contextId, { requestId: 'request-2' })).toMatchObject({ kind: 'started' });

    expect(call.requests).toHaveLength(2);
  });

  it('by ringing the caller, where that was wanted', async () => {
    const contextId = await prepared('callBack');

    expect(await started(contextId)).toEqual({ kind: 'started', ingress: 'callback' });
  });

  it('by ringing the caller, where that was offered instead', async () => {
    const contextId = await prepared();

    expect(await started(contextId, { ingress: 'callback' })).toEqual({ kind: 'started', ingress: 'callback' });

    expect(call.deeds).toEqual(['order', 'start callback']);
  });

  it('from a room, without a number of the caller’s', async () => {
    call.alexa = { ...everything, number: 403 };
    call.ways = ['alexa-smart-properties', 'alexa-skill-call', 'callback'];
    const room = accessOf({ unitId: 'room-12' });
    const contextId = await prepared('call', room);
    call.result = { kind: 'busy' };

    const result = await started(contextId, {}, room);

    // What would show a number, or ring it, is no way out.
    expect(result).toMatchObject({ kind: 'notStarted', ingress: 'alexa-smart-properties', others: [] });
    expect(call.requests).toHaveLength(1);
  });

  it.each([
    { kind: 'permissionMissing' },
    { kind: 'notAvailableHere' },
    { kind: 'busy' },
    { kind: 'refused', code: 'InvalidInput' },
    { kind: 'notCapable' },
    { kind: 'unavailable' },
  ] as CallStartResult[])('or not: $kind, with what could be offered instead', async (result) => {
    const contextId = await prepared();
    call.result = result;

    expect(await started(contextId)).toEqual({
      kind: 'notStarted',
      result,
      ingress: 'alexa-skill-call',
      others: ['callback'],
    });
  });

  it.each([
    { way: 'callBack', ways: ['alexa-skill-call'], ingress: 'callback', others: ['alexa-skill-call'] },
    { way: 'call', ways: ['alexa-smart-properties'], ingress: 'alexa-skill-call', others: [] },
  ] as { way: 'call' | 'callBack'; ways: CallIngress[]; ingress: CallIngress; others: CallIngress[] }[])(
    'not, and nobody is asked, where there is no such way in: $ingress of $ways',
    async ({ way, ways, ingress, others }) => {
      call.ways = ways;
      const contextId = await prepared(way);

      expect(await started(contextId)).toEqual({ kind: 'notStarted', result: { kind: 'notCapable' }, ingress, others });

      expect(call.requests).toEqual([]);
    },
  );

  it('not when the context has gone', async () => {
    const contextId = await prepared();
    await call.store.forget(contextId);

    expect(await started(contextId)).toEqual({ kind: 'contextGone' });

    expect(call.requests).toEqual([]);
  });

  it('not when the store does not say that it is ordered', async () => {
    const contextId = await prepared();
    call.atStore = { order: () => Promise.reject(new BridgeError('store-unavailable', 'throttled')) };
    await expect(started(contextId)).rejects.toMatchObject({ code: 'store-unavailable' });
    call.atStore = { order: () => new Promise(() => {}) };

    const starting = expect(started(contextId)).rejects.toMatchObject({ code: 'store-unavailable' });
    await call.timers.advanceBy(1000);

    await starting;
    expect(call.requests).toEqual([]);
  });

  it('or given up, when nobody says in time whether it has been', async () => {
    const contextId = await prepared();
    call.result = 'hangs';

    const starting = started(contextId);
    await call.timers.advanceBy(3000);

    expect(await starting).toMatchObject({ kind: 'notStarted', result: { kind: 'unavailable' } });
    expect(call.timers.pending).toBe(0);
  });

  it('of which nothing personal is logged', async () => {
    const contextId = await prepared();
    await started(contextId);
    await started(contextId);

    expect(call.lines).toHaveLength(1);
    expect(call.lines.flatMap((line) => leaks(line))).toEqual([]);
  });
});
