import { CallUnderWay } from '../../../support/call-under-way.ts';
import { contextIdIn, typesOf } from '../../../support/sma-actions.ts';
import { smaFunction } from '../../../support/sma-call.ts';

describe('a caller who is called back', () => {
  it('is asked to press 1, and then connected with the context that came with the call', async () => {
    const sma = await smaFunction();
    const { id } = await sma.storedContext({ ingress: 'callback' });
    const call = new CallUnderWay(sma);

    expect(await call.isPlaced({ callContextId: id })).toEqual([]);
    const question = await call.isAnswered();
    const connecting = await call.presses('1');

    expect(typesOf(question)).toEqual(['SpeakAndGetDigits']);
    expect(typesOf(connecting)).toEqual(['Speak', 'CallAndBridge']);
    expect(contextIdIn(connecting)).toBe(id);
  });

  it.each(['', '2'])('never reaches an agent as a voicemail, which presses %p', async (digits) => {
    const call = new CallUnderWay(await smaFunction());
    await call.isPlaced();
    await call.isAnswered();

    expect(typesOf(await call.presses(digits))).toEqual(['Speak', 'Hangup']);
  });

  it.each(['InvalidDigitsReceived', 'ActionExecutionThrottled', 'SystemException'])(
    'is let go when the question fails with %s',
    async (errorType) => {
      const call = new CallUnderWay(await smaFunction());
      await call.isPlaced();
      await call.isAnswered();

      expect(typesOf(await call.fails(errorType))).toEqual(['Speak', 'Hangup']);
    },
  );

  it('is connected without a context when the one that came is forged', async () => {
    const sma = await smaFunction();
    const call = new CallUnderWay(sma);
    await call.isPlaced({ callContextId: '1use1000000a.billing.AAAAAAAAAAAAAAAABBBBBBBBBBB' });
    await call.isAnswered();

    const connecting = await call.presses('1');

    expect(typesOf(connecting)).toContain('CallAndBridge');
    expect(contextIdIn(connecting)).toBeUndefined();
  });
});
