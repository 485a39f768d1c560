import { MemoryCallContextStore } from '../../../../shared/adapters/memory/memory-call-context-store.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { forgetOwner } from '../../../../skill/calling/forget-owner.ts';
import { prepareCall } from '../../../../skill/calling/prepare-call.ts';
import { accessOf, CallUnderTest } from './a-call.ts';

describe('a customer who leaves the skill', () => {
  it('is forgotten, with everything prepared for them, and nobody else is', async () => {
    const call = new CallUnderTest();
    const prepare = (userId: string) => prepareCall(call.toPrepare({ access: accessOf({ userId }) }), call.services);
    await prepare('leaver');
    await prepare('leaver');
    await prepare('stayer');

    const counts = [
      await forgetOwner('leaver', { callContexts: call.store }),
      await forgetOwner('leaver', { callContexts: call.store }),
      await forgetOwner('stayer', { callContexts: call.store }),
    ];

    expect(counts).toEqual([2, 0, 1]);
  });

  it('is nobody when Alexa does not say who', async () => {
    const call = new CallUnderTest();
    await prepareCall(call.toPrepare({ access: accessOf({ userId: '' }) }), call.services);

    expect(call.stored[0]).not.toHaveProperty('owner');
    expect(await forgetOwner('', { callContexts: new MemoryCallContextStore() })).toBe(0);
  });

  it('is told of again when the store cannot be reached', async () => {
    const callContexts = { forgetAllOf: () => Promise.reject(new BridgeError('store-unavailable', 'throttled')) };

    await expect(forgetOwner('leaver', { callContexts })).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});
