import { bill, call, callBack, contextId, ready, Talk } from './talks.ts';

function askedToConfirm(): Talk {
  const talk = new Talk();
  talk.hears(call(bill), call({ accountNumber: '12345678' }), ready);
  return talk;
}
const nonsense = { reason: { id: 'other', words: 'now' } };

describe('a caller who is asked whether to call', () => {
  it('says “call them”, which is a yes', () => {
    expect(askedToConfirm().hears(call())).toMatchObject({ kind: 'start', contextId });
  });

  it('says “call now”, which is no reason, and is asked again; not for ever', () => {
    const talk = askedToConfirm();

    talk.hears(call(nonsense));

    expect(talk.asked).toBe('confirmation');
    expect(talk.state.draft.reason?.id).toBe('billing');
    talk.hears(call(nonsense));
    expect(talk.hears(call(nonsense)).kind).toBe('close');
  });

  it('names another account: its number is another one, too', () => {
    const talk = askedToConfirm();

    const step = talk.hears(call({ accountKind: 'savings' }));

    expect(step).toMatchObject({ kind: 'prepare' });
    expect(talk.state.draft.accountId).toBeUndefined();
  });

  it('corrects the number into something that is none: the old one counts no more', () => {
    const talk = askedToConfirm();

    talk.hears(call({ accountNumber: '12' }));
    talk.hears({ kind: 'skip' });

    expect(talk.state.draft.accountId).toBeUndefined();
  });
});

describe('a question that is not answered', () => {
  it('about the reason, by “I don’t know”, is done without', () => {
    const talk = new Talk();
    talk.hears({ kind: 'launch' }, { kind: 'skip' });
    expect(talk.asked).toBe('reason');

    talk.hears({ kind: 'skip' });

    expect(talk.asked).toBe('account');
    expect(talk.state.draft.reason).toEqual({ id: 'other' });
  });

  it('about the account’s number, by its name, is answered', () => {
    const talk = new Talk();
    talk.hears(call(bill));

    expect(talk.hears(call({ accountKind: 'savings' }))).toMatchObject({ kind: 'prepare' });
  });

  it('about the account’s number, by “yes” and “yes”, is done without', () => {
    const talk = new Talk();
    talk.hears(call(bill), { kind: 'yes' });

    expect(talk.hears({ kind: 'yes' }).kind).toBe('prepare');
  });

  it('does not count against the next one', () => {
    const talk = new Talk();
    talk.hears(call(bill), { kind: 'notUnderstood' }, { kind: 'notUnderstood' }, ready);

    expect(talk.hears({ kind: 'notUnderstood' }).kind).toBe('ask');
  });
});

describe('consent', () => {
  it('is asked for once, even when it was given and changed nothing', () => {
    const talk = new Talk();
    const missing = { kind: 'prepared', prepared: { kind: 'numberMissing', because: 'permissionMissing' } } as const;
    talk.hears(call(bill), { kind: 'skip' }, missing, { kind: 'consent', consent: 'mobileNumber', isGiven: true });

    expect(talk.hears(missing)).toMatchObject({ kind: 'close', card: { kind: 'consent' } });
  });

  it('for where a mobile device is comes first, then for its address, then the postal code is asked for', () => {
    const talk = new Talk({ hidesItsPlace: true });
    const missing = { kind: 'prepared', prepared: { kind: 'placeMissing', because: 'permissionMissing' } } as const;
    expect(talk.hears(call(bill), { kind: 'skip' }, missing)).toMatchObject({ consent: 'geolocation' });
    expect(talk.hears({ kind: 'consent', consent: 'geolocation', isGiven: false }).kind).toBe('prepare');
    expect(talk.hears(missing)).toMatchObject({ kind: 'askConsent', consent: 'address' });

    talk.hears({ kind: 'consent', consent: 'address', isGiven: false });

    expect(talk.asked).toBe('postalCode');
  });

  it('for the address is followed by the question for a postal code', () => {
    const talk = new Talk();
    const missing = { kind: 'prepared', prepared: { kind: 'placeMissing', because: 'permissionMissing' } } as const;
    talk.hears(call(bill), { kind: 'skip' }, missing, { kind: 'consent', consent: 'address', isGiven: true }, missing);

    expect(talk.asked).toBe('postalCode');
  });
});

describe('a callback', () => {
  const busy = {
    kind: 'started',
    started: { kind: 'notStarted', result: { kind: 'busy' }, ingress: 'callback', others: [] },
  } as const;

  it('stays a callback when it is tried again', () => {
    const talk = askedToConfirm();
    talk.hears({ kind: 'yes' });
    talk.hears({
      kind: 'started',
      started: { kind: 'notStarted', result: { kind: 'busy' }, ingress: 'alexa-skill-call', others: ['callback'] },
    });
    talk.hears({ kind: 'yes' }, busy);

    expect(talk.hears({ kind: 'yes' })).toMatchObject({ kind: 'start', ingress: 'callback' });
  });

  it('keeps its reason where nobody can call back, and the call is offered', () => {
    const talk = new Talk({ callBack: false });

    talk.hears(callBack(bill));

    expect(talk.asked).toBe('fromHere');
    talk.hears({ kind: 'yes' });
    expect(talk.asked).toBe('account');
  });
});

describe('an account that is linked', () => {
  it('is not announced when the caller means another one', () => {
    const talk = new Talk({ isAccountLinked: true });
    const linked = { kind: 'prepared', prepared: { kind: 'ready', contextId, accountId: '7740019382' } } as const;
    talk.hears(call(bill), linked);
    expect(talk.speech).toMatch(/8 ?2/);

    talk.hears(call({ accountKind: 'savings' }), ready);

    expect(talk.speech).toMatch(/savings/);
    expect(talk.speech).not.toMatch(/8 ?2/);
  });

  it.each(['1234567X', 'X', ''])('is called for all the same when its number ends in a letter: %j', (accountId) => {
    const talk = new Talk({ isAccountLinked: true });

    talk.hears(call(bill), { kind: 'prepared', prepared: { kind: 'ready', contextId, lastDigits: '23', accountId } });

    expect(talk.hears({ kind: 'yes' })).toMatchObject({ kind: 'start', contextId });
  });
});
