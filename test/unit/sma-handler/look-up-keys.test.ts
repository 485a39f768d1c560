import type { TableChanges } from '../../support/routing-table-builder.ts';
import { skillCallHeaders, smaFunction, timeUntil } from '../../support/sma-call.ts';
import { anSmaEvent } from '../../support/sma-event-builder.ts';

const asksTheDirectory: TableChanges = {
  lookUps: [{ id: 'directory', url: 'https://directory.example-bank.test/route' }],
  rules: [
    {
      id: 'ask',
      when: [],
      attempts: [
        { kind: 'lookUp', id: 'directory', timeoutSeconds: 25 },
        { kind: 'contactCenter', id: 'support', timeoutSeconds: 30 },
      ],
    },
  ],
};

const began = anSmaEvent({ type: 'NEW_INBOUND_CALL' });

describe('a look-up whose keys lie in a secret', () => {
  it('has the keys to sign with loaded beside what it asks the stores, not after it', async () => {
    const sma = await smaFunction(asksTheDirectory);
    const context = await sma.storedContext();
    const steps: string[] = [];
    const keys = Promise.withResolvers<void>();
    sma.lookUps.ready = async () => {
      steps.push('keys wanted');
      await keys.promise;
      steps.push('keys there');
    };
    const claim = sma.contexts.claim.bind(sma.contexts);
    sma.contexts.claim = async (...asked) => {
      const claimed = await claim(...asked);
      // The second time it is for the service: only then are keys let come.
      if (steps.push('context there') > 1) keys.resolve();
      return claimed;
    };

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    expect(steps).toEqual(['context there', 'keys wanted', 'context there', 'keys there']);
    expect(sma.lookUps.requests).toHaveLength(1);
  });

  it('waits no longer for keys than for the stores', async () => {
    const sma = await smaFunction(asksTheDirectory);
    sma.lookUps.ready = () => new Promise(() => undefined);

    const answer = sma.handle(began);

    expect(await timeUntil(sma, answer)).toBe(600);
    expect(sma.lookUps.requests).toMatchObject([{ timeoutMs: 800 }]);
  });
});
