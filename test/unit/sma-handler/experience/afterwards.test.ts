import type { CallService } from '../../../../shared/domain/routing/call-service.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import { spokenIn, typesOf, uriOf } from '../../../support/sma-actions.ts';
import { smaFunction } from '../../../support/sma-call.ts';

async function talking(service: CallService): Promise<CallUnderWay> {
  const call = new CallUnderWay(
    await smaFunction({
      rules: [
        { id: 'all', when: [], attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 20 }], service },
      ],
    }),
  );
  await call.begins();
  await call.succeeds('CallAndBridge');
  return call;
}

describe('a caller whose agent hangs up first', () => {
  it('is hung up when the rule has nothing else', async () => {
    const call = await talking({});

    expect(typesOf(await call.hangsUp('LEG-B'))).toEqual(['Hangup']);
  });

  it('is connected once more by pressing 1', async () => {
    const call = await talking({ afterwards: 'anotherTry' });

    const question = await call.hangsUp('LEG-B');
    const again = await call.presses('1');

    expect(typesOf(question)).toEqual(['SpeakAndGetDigits']);
    expect(uriOf(again)).toBe('+12065550150');
  });

  it('is bidden goodbye when they press nothing', async () => {
    const call = await talking({ afterwards: 'anotherTry' });
    await call.hangsUp('LEG-B');

    expect(typesOf(await call.presses())).toEqual(['Speak', 'Hangup']);
  });

  it('says how satisfied they are, and is thanked', async () => {
    const call = await talking({ afterwards: 'survey' });

    const question = await call.hangsUp('LEG-B');
    const thanks = await call.presses('4');

    expect(typesOf(question)).toEqual(['SpeakAndGetDigits']);
    expect(typesOf(thanks)).toEqual(['Speak', 'Hangup']);
    expect(spokenIn(thanks)).not.toEqual([]);
  });

  it('is asked nothing when they hang up themselves', async () => {
    const call = await talking({ afterwards: 'survey' });

    expect(typesOf(await call.hangsUp('LEG-A'))).toEqual(['Hangup']);
  });

  it('is asked when the agent was gone before the answer was told', async () => {
    const call = new CallUnderWay(
      await smaFunction({
        rules: [
          {
            id: 'all',
            when: [],
            attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 20 }],
            service: { afterwards: 'anotherTry' },
          },
        ],
      }),
    );
    await call.begins();
    await call.hangsUp('LEG-B');

    expect(typesOf(await call.succeedsWithOtherSideGone())).toEqual(['SpeakAndGetDigits']);
  });
});
