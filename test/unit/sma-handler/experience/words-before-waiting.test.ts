import { CallUnderWay } from '../../../support/call-under-way.ts';
import { branchOf } from '../../../support/routing-table-builder.ts';
import { skillCallHeaders, smaFunction } from '../../../support/sma-call.ts';
import { spokenIn, typesOf, uriOf } from '../../../support/sma-actions.ts';

const table = {
  branches: [branchOf({ id: 'downtown' })],
  rules: [
    {
      id: 'everybody',
      when: [],
      attempts: [
        { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 } as const,
        { kind: 'branch', id: 'downtown', timeoutSeconds: 20 } as const,
      ],
    },
  ],
};

describe('a caller who has to wait', () => {
  it('is told before the first ring, and before the next after nobody answered', async () => {
    const call = new CallUnderWay(await smaFunction(table));

    const first = await call.begins();
    const second = await call.fails('CallNotAnswered');

    expect(typesOf(first)).toEqual(['Speak', 'CallAndBridge']);
    expect(typesOf(second)).toEqual(['Speak', 'CallAndBridge']);
    expect(spokenIn(second)).not.toEqual(spokenIn(first));
  });

  it('is rung through without words when they cannot be said', async () => {
    const call = new CallUnderWay(await smaFunction(table));
    const first = await call.begins();

    const second = await call.fails('ActionExecutionThrottled', 'Speak');

    expect(typesOf(second)).toEqual(['CallAndBridge']);
    expect(uriOf(second)).toBe(uriOf(first));
  });

  it('hears the words of the table in place of ours', async () => {
    const message = { kind: 'message', id: 'wait', words: { default: 'Bear with us.' } } as const;
    const [rule] = table.rules;
    const call = new CallUnderWay(
      await smaFunction({ ...table, rules: [{ ...rule!, attempts: [message, ...rule!.attempts] }] }),
    );

    expect(spokenIn(await call.begins())).toEqual(['Bear with us.']);
  });

  it('hears the operator’s ringback tone while somebody is rung', async () => {
    const call = new CallUnderWay(await smaFunction(table, { ringbackTone: { bucket: 'sounds', key: 'ring.wav' } }));

    expect((await call.begins()).at(-1)).toMatchObject({
      Parameters: { RingbackTone: { Type: 'S3', BucketName: 'sounds', Key: 'ring.wav' } },
    });
  });

  it('is rung through without a tone that is not there', async () => {
    const call = new CallUnderWay(await smaFunction(table, { ringbackTone: { bucket: 'sounds', key: 'ring.wav' } }));
    const first = await call.begins();

    const second = await call.fails('InvalidAudioSource');

    expect(uriOf(second)).toBe(uriOf(first));
    expect(second.at(-1)?.Parameters).not.toHaveProperty('RingbackTone');
  });

  it('is not lost when tone and headers are refused one after the other', async () => {
    const sma = await smaFunction(table, { ringbackTone: { bucket: 'sounds', key: 'ring.wav' } });
    const { id } = await sma.storedContext();
    const call = new CallUnderWay(sma);
    const first = await call.begins(skillCallHeaders(id));

    await call.fails('InvalidAudioSource');
    const third = await call.fails('InvalidActionParameter');
    const fourth = await call.fails('InvalidActionParameter');

    expect(uriOf(third)).toBe(uriOf(first));
    expect(third.at(-1)?.Parameters).not.toHaveProperty('SipHeaders');
    expect(third.at(-1)?.Parameters).not.toHaveProperty('RingbackTone');
    expect(uriOf(fourth)).not.toBe(uriOf(first));
  });
});
