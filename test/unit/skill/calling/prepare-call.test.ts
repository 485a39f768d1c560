import { parseCallContextId } from '../../../../shared/domain/call-context-id.ts';
import { callContextSchema } from '../../../../shared/contracts/call-context.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import type { CallDraft } from '../../../../skill/conversation/conversation-state.ts';
import { prepareCall, type Prepared } from '../../../../skill/calling/prepare-call.ts';
import { leaks, personalData } from '../../../support/personal-data.ts';
import { accessOf, CallUnderTest, everything } from './a-call.ts';

const reason = { id: 'billing', words: personalData.words };
const visit: CallDraft = { way: 'call', reason: { id: 'branch-visit' } };

describe('a call is prepared', () => {
  let call: CallUnderTest;
  beforeEach(() => {
    call = new CallUnderTest();
  });
  const prepared = (draft: CallDraft = { way: 'call', reason }, access = accessOf()): Promise<Prepared> =>
    prepareCall(call.toPrepare({ draft, access }), call.services);

  it('by writing down all that was told and gathered, and nobody is called', async () => {
    const result = await prepared({ way: 'call', reason, accountId: '12345678', accountKind: 'savings' });

    const [context] = call.stored;
    expect(result).toEqual({ kind: 'ready', contextId: context?.id, lastDigits: '47' });
    expect(parseCallContextId(context?.id ?? '')?.reasonHint).toBe('billing');
    expect(callContextSchema.parse(context)).toEqual(context);
    expect(context).toEqual({
      id: expect.any(String),
      ingress: 'alexa-skill-call',
      reason,
      callerName: personalData.callerName,
      phoneNumber: personalData.phoneNumber,
      accountId: '12345678',
      location: expect.objectContaining({ source: 'deviceAddress', postalCode: personalData.postalCode }),
      locale: 'en-US',
      attributes: { accountKind: 'savings' },
      owner: '09e0b2868ea65b4eddf187f5d0d1a31c127d94518ae49c83d864b6505d07be7c',
      createdAt: call.timers.now(),
      expiresAt: call.timers.now() + 3_600_000,
    });
    expect(call.requests).toEqual([]);
  });

  it('in two round trips: everything is asked at once, then the context is written, beside a look at earlier calls', async () => {
    await prepared();

    expect(call.deeds).toEqual(['name', 'number', 'address', 'postal code', 'earlier calls', 'put']);
  });

  it('with the account that the caller has linked, where they told none', async () => {
    call.linked = { accountId: '7740019382' };

    const linked = accessOf({ linkedToken: 'token' });

    expect(await prepared({ way: 'call', reason }, linked)).toMatchObject({ kind: 'ready', accountId: '7740019382' });
    expect(await prepared({ way: 'call', reason, accountId: '1111' }, linked)).not.toHaveProperty('accountId');

    expect(call.stored.map(({ accountId }) => accountId)).toEqual(['7740019382', '1111']);
  });

  it('anew after a correction: what was handed over before stays what it was', async () => {
    const first = await prepared({ way: 'call', reason, accountKind: 'checking' });
    const second = await prepared({ way: 'call', reason, accountKind: 'savings' });

    expect(call.stored.map(({ attributes }) => attributes)).toEqual([
      { accountKind: 'checking' },
      { accountKind: 'savings' },
    ]);
    expect(first).not.toEqual(second);
  });

  it.each([
    { answer: 403, because: 'permissionMissing' },
    { answer: undefined, because: 'notGiven' },
    { answer: 500, because: 'unavailable' },
  ] as const)('not at all without a number to call from: $because', async ({ answer, because }) => {
    const { number: _none, ...rest } = everything;
    call.alexa = { ...rest, ...(answer === undefined ? {} : { number: answer }) };

    expect(await prepared()).toEqual({ kind: 'numberMissing', because });

    expect(call.stored).toEqual([]);
  });

  it('within the time for gathering, though Alexa does not answer', async () => {
    call.alexa = { ...everything, number: 'hangs' };

    const preparing = prepared();
    await call.timers.advanceBy(1500);

    expect(await preparing).toEqual({ kind: 'numberMissing', because: 'unavailable' });
  });

  it('without a number in a room that calls by its own name', async () => {
    call.alexa = { ...everything, number: 403 };
    call.ways = ['alexa-smart-properties', 'alexa-skill-call', 'callback'];

    const result = await prepared({ way: 'call', reason }, accessOf({ unitId: 'room-12' }));

    expect(result).toEqual({ kind: 'ready', contextId: expect.any(String) });
    expect(call.stored).toMatchObject([{ ingress: 'alexa-smart-properties' }]);
    expect(call.stored[0]).not.toHaveProperty('phoneNumber');
  });

  it.each([
    { way: 'call', unitId: 'room-12', ways: undefined, ingress: 'alexa-skill-call' },
    { way: 'call', unitId: undefined, ways: ['alexa-smart-properties', 'callback'], ingress: 'callback' },
    { way: 'call', unitId: 'room-12', ways: ['callback', 'alexa-smart-properties'], ingress: 'alexa-smart-properties' },
    { way: 'callBack', unitId: undefined, ways: undefined, ingress: 'callback' },
    { way: 'callBack', unitId: undefined, ways: ['alexa-skill-call'], ingress: 'callback' },
    { way: 'call', unitId: undefined, ways: [], ingress: 'alexa-skill-call' },
  ] as const)('for $ingress when a $way is wanted, of $ways, in $unitId', async ({ way, unitId, ways, ingress }) => {
    if (ways !== undefined) call.ways = ways;

    await prepared({ way, reason }, accessOf(unitId === undefined ? {} : { unitId }));

    expect(call.stored).toMatchObject([{ ingress }]);
  });

  it.each([
    { answer: 403, because: 'permissionMissing' },
    { answer: undefined, because: 'notGiven' },
    { answer: 500, because: 'unavailable' },
  ] as const)('not without a place, for a reason that needs one: $because', async ({ answer, because }) => {
    const { address: _none, ...rest } = everything;
    call.alexa = { ...rest, ...(answer === undefined ? {} : { address: answer }) };

    expect(await prepared(visit)).toEqual({ kind: 'placeMissing', because });
    expect(await prepared({ ...visit, withoutPlace: true })).toMatchObject({ kind: 'ready' });
    expect(await prepared({ way: 'call', reason })).toMatchObject({ kind: 'ready' });

    expect(call.stored).toHaveLength(2);
  });

  it.each([
    { postalCode: '10001', expected: { source: 'postalCode', countryCode: 'US', postalCode: '10001' } },
    { postalCode: 'purple', expected: { source: 'deviceAddress' } },
  ])('for the place that the caller names, not where the device stands: $postalCode', async (told) => {
    await prepared({ ...visit, postalCode: told.postalCode });

    expect(call.stored).toMatchObject([{ location: told.expected }]);
  });

  it.each(['', 'Lost_Card', 'x'.repeat(65)])('for another reason when its id is %j', async (id) => {
    await prepared({ way: 'call', reason: { id, words: ' w'.repeat(400) } });

    const [context] = call.stored;
    expect(context?.reason).toEqual({ id: 'other', words: ' w'.repeat(400).trim().slice(0, 500) });
    expect(callContextSchema.parse(context)).toEqual(context);
  });

  it('of which nothing personal is logged', async () => {
    call.alexa = { name: 500, number: 500, address: 500 };
    await prepared();

    expect(call.lines).not.toEqual([]);
    expect(call.lines.flatMap((line) => leaks(line))).toEqual([]);
  });

  it('or nobody is called: the store has refused', async () => {
    call.atStore = { put: () => Promise.reject(new BridgeError('store-unavailable', 'throttled')) };

    await expect(prepared()).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('or nobody is called: the store does not answer in time', async () => {
    call.atStore = { put: () => new Promise(() => {}) };

    const preparing = expect(prepared()).rejects.toMatchObject({ code: 'store-unavailable' });
    await call.timers.advanceBy(1000);

    await preparing;
  });

  it('with what the start is going to need looked up meanwhile, for no longer than gathering may take', async () => {
    const readied: unknown[] = [];
    call = new CallUnderTest({
      getReadyToCall: (ingress, { unitId }) => {
        readied.push([ingress, unitId]);
        return new Promise(() => {});
      },
    });
    call.ways = ['alexa-smart-properties'];

    let result: Prepared | undefined;
    void prepared({ way: 'call', reason }, accessOf({ unitId: 'room-12' })).then((ready) => (result = ready));
    await call.timers.advanceBy(1499);
    expect([call.stored.length, result]).toEqual([1, undefined]);
    await call.timers.advanceBy(1);

    expect(result).toMatchObject({ kind: 'ready' });
    expect(readied).toEqual([['alexa-smart-properties', 'room-12']]);
  });
});
