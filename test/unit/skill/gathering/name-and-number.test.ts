import type { Asked } from '../../../../skill/gathering/asking.ts';
import { timeLimits } from '../../../../skill/time-limits.ts';
import { aCaller, given, type AlexaAnswer } from './a-caller.ts';

interface Sorted {
  readonly answer: AlexaAnswer;
  readonly kind: Exclude<Asked<unknown>['kind'], 'given'>;
  readonly logged?: Record<string, unknown>;
}

/** What each answer without a value comes to, whatever was asked. */
const withoutValue: readonly Sorted[] = [
  { answer: { status: 403, body: { code: 'ACCESS_DENIED', message: 'no' } }, kind: 'permissionMissing' },
  { answer: { status: 204 }, kind: 'notGiven' },
  { answer: { status: 400 }, kind: 'unavailable', logged: { status: 400 } },
  {
    answer: { status: 401, body: { code: 'INVALID_TOKEN', message: 'expired' } },
    kind: 'unavailable',
    logged: { status: 401, code: 'INVALID_TOKEN' },
  },
  { answer: { status: 429 }, kind: 'unavailable', logged: { status: 429 } },
  { answer: { status: 500 }, kind: 'unavailable', logged: { status: 500 } },
  { answer: { status: 503, body: { type: 'Call me at' } }, kind: 'unavailable', logged: { status: 503 } },
  { answer: 'no connection', kind: 'unavailable', logged: {} },
  { answer: given(null), kind: 'notGiven' },
  { answer: given(7), kind: 'notGiven' },
  { answer: given([]), kind: 'notGiven' },
  { answer: given({ toString: 'Jane' }), kind: 'notGiven' },
  { answer: given({ countryCode: null, phoneNumber: null }), kind: 'notGiven' },
  { answer: given('   '), kind: 'notGiven' },
];

describe('the name of the caller', () => {
  it('is that of the account', async () => {
    const caller = aCaller();

    const { name } = await caller.gather();

    expect(name).toEqual({ kind: 'given', value: 'Jane Roe' });
    expect(caller.asked).not.toContain('personName');
  });

  it.each(withoutValue)('is $kind when Alexa answers $answer', async ({ answer, kind, logged }) => {
    const caller = aCaller({ alexa: { name: answer } });

    const { name } = await caller.gather();

    expect(name).toEqual({ kind });
    expect(caller.log).toEqual(
      logged === undefined ? [] : [expect.objectContaining({ event: 'alexa-name-failed', ...logged })],
    );
  });

  it('is unavailable when there is no answer in time, and that is logged', async () => {
    const caller = aCaller({ alexa: { name: 'never' } });

    const facts = caller.gather();
    await caller.timers.advanceBy(timeLimits.gatheringMs);

    expect((await facts).name).toEqual({ kind: 'unavailable' });
    expect(caller.log).toMatchObject([{ level: 'warn', event: 'alexa-name-late' }]);
  });

  it.each([
    { case: 'line feeds', said: ' Jane\r\n\tRoe\u0000 ', kept: 'Jane Roe' },
    { case: 'markup, which is for whoever speaks it to escape', said: '<audio src="x"/>', kept: '<audio src="x"/>' },
    { case: 'half a character', said: 'Jane \uD83D', kept: 'Jane \uFFFD' },
    { case: 'emoji', said: 'Jane 👩‍🚀', kept: 'Jane 👩‍🚀' },
    { case: 'far too many characters', said: 'J'.repeat(5000), kept: 'J'.repeat(200) },
    { case: 'a character across the cut', said: `${'J'.repeat(199)}👩`, kept: 'J'.repeat(199) },
  ])('survives $case', async ({ said, kept }) => {
    const { name } = await aCaller({ alexa: { name: given(said) } }).gather();

    expect(name).toEqual({ kind: 'given', value: kept });
  });
});

describe('the number of the caller', () => {
  it.each([
    { said: { countryCode: '+1', phoneNumber: '206-555-0100' } },
    { said: { countryCode: '1', phoneNumber: '(206) 555 0100' } },
    { said: { phoneNumber: '+12065550100' } },
  ])('is written as E.164: $said', async ({ said }) => {
    const { phoneNumber } = await aCaller({ alexa: { number: given(said) } }).gather();

    expect(phoneNumber).toEqual({ kind: 'given', value: '+12065550100' });
  });

  it.each(withoutValue)('is $kind when Alexa answers $answer', async ({ answer, kind, logged }) => {
    const caller = aCaller({ alexa: { number: answer } });

    const { phoneNumber } = await caller.gather();

    expect(phoneNumber).toEqual({ kind });
    expect(caller.log).toEqual(
      logged === undefined ? [] : [expect.objectContaining({ event: 'alexa-mobile-number-failed', ...logged })],
    );
  });

  it.each([
    { countryCode: '+1', phoneNumber: '555-01' },
    { countryCode: '+999', phoneNumber: '206-555-0100' },
    { countryCode: 1, phoneNumber: 2_065_550_100 },
    { countryCode: { length: 3 }, phoneNumber: ['+12065550100'] },
  ])('is not given when it cannot be dialled: %j', async (said) => {
    const { phoneNumber } = await aCaller({ alexa: { number: given(said) } }).gather();

    expect(phoneNumber).toEqual({ kind: 'notGiven' });
  });

  it('is unavailable when there is no answer in time', async () => {
    const caller = aCaller({ alexa: { number: 'never' } });

    const facts = caller.gather();
    await caller.timers.advanceBy(timeLimits.gatheringMs);

    expect((await facts).phoneNumber).toEqual({ kind: 'unavailable' });
  });
});

describe('when Alexa recognises who speaks', () => {
  const access = { isPersonRecognised: true };
  const ofJohn = {
    personName: given('John Roe'),
    personNumber: given({ countryCode: '+1', phoneNumber: '206-555-0111' }),
  };

  it("takes the speaker's own name and number", async () => {
    const { name, phoneNumber } = await aCaller({ access, alexa: ofJohn }).gather();

    expect(name).toEqual({ kind: 'given', value: 'John Roe' });
    expect(phoneNumber).toEqual({ kind: 'given', value: '+12065550111' });
  });

  it.each(withoutValue)("falls back to the account's when theirs answers $answer", async ({ answer }) => {
    const caller = aCaller({ access, alexa: { personName: answer, personNumber: answer } });

    const { name, phoneNumber } = await caller.gather();

    expect(name).toEqual({ kind: 'given', value: 'Jane Roe' });
    expect(phoneNumber).toEqual({ kind: 'given', value: '+12065550100' });
  });

  it("needs no account when the speaker's profile answers", async () => {
    const account = { name: { status: 403 }, number: { status: 500 } } as const;

    const { name, phoneNumber } = await aCaller({ access, alexa: { ...ofJohn, ...account } }).gather();

    expect([name.kind, phoneNumber.kind]).toEqual(['given', 'given']);
  });

  it.each(withoutValue)("tells what the account's answer $answer comes to when neither gives any", async (sorted) => {
    const caller = aCaller({ access, alexa: { number: sorted.answer } });

    const { phoneNumber } = await caller.gather();

    expect(phoneNumber).toEqual({ kind: sorted.kind });
  });
});

describe('what is logged of a failure', () => {
  it('holds nothing that a service or a customer wrote', async () => {
    const wrote = { code: 'JaneRoe', message: 'Jane Roe, 206-555-0100', type: 'Jane' };
    const failing = { status: 500, body: wrote } as const;
    const caller = aCaller({ alexa: { name: failing, number: failing, address: failing, shortAddress: failing } });

    await caller.gather();

    expect(caller.log).toHaveLength(4);
    expect(JSON.stringify(caller.log)).not.toMatch(/Jane|555|token/);
  });
});
