import { bill, call, callBack, contextId, ready, Talk } from './talks.ts';

const account = { accountNumber: '12345678' };
const started = { kind: 'started', started: { kind: 'started', ingress: 'alexa-skill-call' } } as const;

describe('a caller who opens the skill', () => {
  it('is asked for a reason, an account and a yes, and then the call is started', () => {
    const talk = new Talk();

    expect(talk.hears({ kind: 'launch' })).toMatchObject({ kind: 'ask' });
    talk.hears(call(bill));
    expect(talk.asked).toBe('account');
    expect(talk.hears(call(account)).kind).toBe('prepare');
    talk.hears(ready);
    expect(talk.asked).toBe('confirmation');
    expect(talk.hears(call({}, 'yes'))).toMatchObject({ kind: 'start', contextId });
    expect(talk.hears(started)).toMatchObject({ kind: 'close' });
  });

  it('hears before the call whom it reaches, about what, and two digits of the account at most', () => {
    const talk = new Talk();

    talk.hears(call(bill), call({ ...account, accountKind: 'savings' }), ready);

    expect(talk.speech).toMatch(/Example Bank/);
    expect(talk.speech).toMatch(/a bill or a charge/);
    expect(talk.speech).toMatch(/savings/);
    expect(talk.speech).toMatch(/7 ?8/);
    expect(talk.speech).not.toMatch(/6 ?7 ?8|345/);
  });

  it('can say everything at once', () => {
    const talk = new Talk();

    expect(talk.hears(call({ ...bill, ...account })).kind).toBe('prepare');
  });

  it('keeps their own words where the catalogue has none for them', () => {
    const talk = new Talk();

    talk.hears(call({ reason: { id: 'other', words: 'my purple monkey' } }), { kind: 'skip' }, ready);

    expect(talk.speech).toMatch(/my purple monkey/);
  });
});

describe('the account', () => {
  it('is asked for once more when what was said cannot be one, and then done without', () => {
    const talk = new Talk();
    talk.hears(call(bill), call({ accountNumber: '12' }));
    expect(talk.asked).toBe('accountAgain');

    const step = talk.hears(call({ accountNumber: '3' }));

    expect(step.kind).toBe('prepare');
    expect(talk.state.draft.accountId).toBeUndefined();
  });

  it.each([{ kind: 'skip' }, { kind: 'no' }] as const)(
    'is done without when the caller has none at hand: %j',
    (said) => {
      const talk = new Talk();
      talk.hears(call(bill));

      expect(talk.hears(said).kind).toBe('prepare');
    },
  );

  it('is not asked for when it is linked', () => {
    const talk = new Talk({ isAccountLinked: true });

    expect(talk.hears(call(bill)).kind).toBe('prepare');
  });
});

describe('a caller who corrects themselves', () => {
  it('is asked again with the other account, and what was written before is forgotten', () => {
    const talk = new Talk();
    talk.hears(call(bill), call(account), ready);

    const step = talk.hears(call({ accountKind: 'savings' }));

    expect(step).toMatchObject({ kind: 'prepare', forget: contextId });
    talk.hears(ready);
    expect(talk.speech).toMatch(/savings/);
    expect(talk.asked).toBe('confirmation');
  });

  it('is not called for when a correction comes with a no', () => {
    const talk = new Talk();
    talk.hears(call(bill), call(account), ready);

    const step = talk.hears(call({ reason: { id: 'mortgage', name: 'a mortgage', words: 'my mortgage' } }, 'no'));

    expect(step.kind).toBe('prepare');
    expect(talk.state.draft.reason?.id).toBe('mortgage');
  });

  it('places no call by a no, and can change the reason after it', () => {
    const talk = new Talk();
    talk.hears(call(bill), call(account), ready);

    expect(talk.hears(call({}, 'no'))).toMatchObject({ kind: 'ask', forget: contextId });
    expect(talk.asked).toBe('anythingElse');
    expect(talk.hears(call({ reason: { id: 'lost-card', words: 'lost card' } })).kind).toBe('prepare');
  });
});

describe('a caller who wants to be called back', () => {
  it('keeps what was said before', () => {
    const talk = new Talk();
    talk.hears(call(bill), call(account), ready);

    const step = talk.hears(callBack());

    expect(step).toMatchObject({
      kind: 'prepare',
      forget: contextId,
      state: { draft: { way: 'callBack', accountId: '12345678' } },
    });
  });

  it('still does after a correction', () => {
    const talk = new Talk();
    talk.hears(callBack(bill), { kind: 'skip' }, ready);

    talk.hears(call({ accountKind: 'savings' }));

    expect(talk.state.draft.way).toBe('callBack');
  });

  it('is offered a call from the device where nobody can call back', () => {
    const talk = new Talk({ callBack: false });

    talk.hears(callBack(bill));

    expect(talk.asked).toBe('fromHere');
    talk.hears({ kind: 'yes' });
    expect(talk.asked).toBe('account');
  });

  it('is called back where their device cannot call', () => {
    const talk = new Talk({ call: false });

    talk.hears(call(bill), { kind: 'skip' });

    expect(talk.state.draft.way).toBe('callBack');
  });
});
