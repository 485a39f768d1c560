import type { E164 } from '../../../../shared/domain/phone-number.ts';
import type { Reason, Rule } from '../../../../shared/domain/routing/table.ts';
import { say } from '../../../../shared/domain/call-speech/words.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import type { TableChanges } from '../../../support/routing-table-builder.ts';
import { contextIdIn, spokenIn, typesOf, uriOf } from '../../../support/sma-actions.ts';
import { smaFunction } from '../../../support/sma-call.ts';

const cards = '+12065550171';
const bills = '+12065550172';
const desk = '+12065550150';

function reason(id: string, name: string): Reason {
  return { id, name: { default: name }, synonyms: {} };
}

function toPhone(id: string, number: string): Rule {
  return {
    id,
    when: [{ kind: 'reason', anyOf: [id] }],
    attempts: [{ kind: 'phone', id, number: number as E164, timeoutSeconds: 20 }],
  };
}

const table: TableChanges = {
  reasons: [reason('card', 'a lost card'), reason('billing', 'a bill')],
  rules: [toPhone('card', cards), toPhone('billing', bills)],
};

const greeted = { greeting: { default: 'Welcome to Example Bank.' }, reasons: ['card', 'billing'] };

async function somebodyDials(changes: TableChanges = {}): Promise<CallUnderWay> {
  return new CallUnderWay(await smaFunction({ ...table, ...changes }));
}

describe('a caller who dials, and of whom nothing is known', () => {
  it('is asked what the call is about, with a key for each reason of the table, three times at most', async () => {
    const call = await somebodyDials();

    const [question, ...others] = await call.begins();

    expect(others).toEqual([]);
    expect(question).toMatchObject({
      Type: 'SpeakAndGetDigits',
      Parameters: {
        InputDigitsRegex: '^[1-2]$',
        MinNumberOfDigits: 1,
        MaxNumberOfDigits: 1,
        Repeat: 3,
        ParticipantTag: 'LEG-A',
        SpeechParameters: { Text: expect.stringMatching(/a lost card.*1.*a bill.*2/) },
      },
    });
  });

  it('hears the table’s greeting first', async () => {
    const call = await somebodyDials({ menu: greeted });

    const first = await call.begins();

    expect(typesOf(first)).toEqual(['Speak', 'SpeakAndGetDigits']);
    expect(spokenIn(first)).toEqual(['Welcome to Example Bank.']);
  });

  it.each([
    { key: '1', number: cards },
    { key: '2', number: bills },
  ])('goes where the key $key leads, and is told to wait a moment', async ({ key, number }) => {
    const call = await somebodyDials();
    await call.begins();

    const ringing = await call.presses(key);

    expect(uriOf(ringing)).toBe(number);
    expect(spokenIn(ringing)).toEqual([say('oneMoment', undefined).text]);
    expect(contextIdIn(ringing)).toBeUndefined();
  });

  it.each(['', '3', '0', '12', '*', '#'])('goes where the others go when they press %p', async (digits) => {
    const call = await somebodyDials();
    await call.begins();

    expect(uriOf(await call.presses(digits))).toBe(desk);
  });

  it.each(['InvalidDigitsReceived', 'ActionExecutionThrottled', 'InvalidActionParameter', 'SystemException'])(
    'goes where the others go when the question fails with %s',
    async (errorType) => {
      const call = await somebodyDials();
      await call.begins();

      expect(uriOf(await call.fails(errorType))).toBe(desk);
    },
  );

  it('goes where the others go when the greeting cannot be said, for the question is not asked then', async () => {
    const call = await somebodyDials({ menu: greeted });
    await call.begins();

    expect(uriOf(await call.fails('ActionExecutionThrottled', 'Speak'))).toBe(desk);
  });

  it('goes where the others go when PSTN Audio does not take the question', async () => {
    const call = await somebodyDials();
    await call.begins();

    expect(uriOf(await call.isRefused())).toBe(desk);
  });

  it('still hears the question when the greeting before it has been said', async () => {
    const call = await somebodyDials({ menu: greeted });
    await call.begins();

    expect(await call.succeeds('Speak')).toEqual([]);
    expect(uriOf(await call.presses('1'))).toBe(cards);
  });

  it('is not asked again when the one that they chose does not answer', async () => {
    const call = await somebodyDials();
    await call.begins();
    await call.presses('1');

    expect(typesOf(await call.fails('CallNotAnswered'))).toEqual(['Speak', 'Hangup']);
  });

  it('may hang up in the middle of it', async () => {
    const call = await somebodyDials();
    await call.begins();

    expect(await call.hangsUp('LEG-A')).toEqual([]);
    expect(call.phase).toBe('ended');
  });
});

describe('a caller whose choice changes nothing', () => {
  it('is asked nothing', async () => {
    const call = await somebodyDials({ rules: [] });

    expect(uriOf(await call.begins())).toBe(desk);
  });
});
