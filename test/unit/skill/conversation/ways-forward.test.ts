import { bill, call, contextId, ready, Talk } from './talks.ts';

function askedToConfirm(): Talk {
  const talk = new Talk();
  talk.hears(call(bill), call({ accountNumber: '12345678' }), ready);
  return talk;
}

describe('a number that the skill may not see', () => {
  const missing = { kind: 'prepared', prepared: { kind: 'numberMissing', because: 'permissionMissing' } } as const;

  it('is asked for by voice, and then everything goes on', () => {
    const talk = new Talk();

    expect(talk.hears(call(bill), { kind: 'skip' }, missing)).toMatchObject({
      kind: 'askConsent',
      consent: 'mobileNumber',
    });
    expect(talk.hears({ kind: 'consent', consent: 'mobileNumber', isGiven: true }).kind).toBe('prepare');
  });

  it('is asked for once: whoever refuses hears what to do, and has a card', () => {
    const talk = new Talk();
    talk.hears(call(bill), { kind: 'skip' }, missing);

    const step = talk.hears({ kind: 'consent', consent: 'mobileNumber', isGiven: false });

    expect(step).toMatchObject({ kind: 'close', card: { kind: 'consent', consent: 'mobileNumber' } });
    expect(talk.speech).toMatch(/4 ?2 ?5|425/);
  });

  it('is not asked for again when it is still not there', () => {
    const talk = new Talk();
    talk.hears(call(bill), { kind: 'skip' }, missing);
    talk.hears({ kind: 'consent', consent: 'mobileNumber', isGiven: true });
    const again = talk.hears({ kind: 'prepared', prepared: { kind: 'numberMissing', because: 'notGiven' } });

    expect(again.kind).toBe('close');
  });
});

describe('a place that is needed', () => {
  const missing = { kind: 'prepared', prepared: { kind: 'placeMissing', because: 'permissionMissing' } } as const;

  it('is asked for by voice, then as a postal code, then done without', () => {
    const talk = new Talk();
    expect(talk.hears(call(bill), { kind: 'skip' }, missing)).toMatchObject({ kind: 'askConsent', consent: 'address' });
    talk.hears({ kind: 'consent', consent: 'address', isGiven: false });
    expect(talk.asked).toBe('postalCode');
    talk.hears(call({ postalCode: '12' }));
    expect(talk.asked).toBe('postalCodeAgain');

    const step = talk.hears(call({ postalCode: '123' }));

    expect(step).toMatchObject({ kind: 'prepare', state: { draft: { withoutPlace: true } } });
  });

  it('is asked for once more by a ZIP code that lies nowhere, which will do then', () => {
    const talk = new Talk();
    talk.hears(
      call(bill),
      { kind: 'skip' },
      { kind: 'prepared', prepared: { kind: 'placeMissing', because: 'notGiven' } },
    );
    talk.hears(call({ postalCode: '00000' }));
    expect(talk.asked).toBe('postalCodeAgain');

    expect(talk.hears(call({ postalCode: '00000' }))).toMatchObject({
      kind: 'prepare',
      state: { draft: { postalCode: '00000' } },
    });
  });

  it('is known by a postal code', () => {
    const talk = new Talk();
    talk.hears(
      call(bill),
      { kind: 'skip' },
      { kind: 'prepared', prepared: { kind: 'placeMissing', because: 'notGiven' } },
    );

    expect(talk.hears(call({ postalCode: '98109' }))).toMatchObject({
      kind: 'prepare',
      state: { draft: { postalCode: '98109' } },
    });
  });
});

describe('a call that does not start', () => {
  it.each(['permissionMissing', 'notAvailableHere', 'busy', 'unavailable', 'notCapable'] as const)(
    'is offered to the caller’s own phone: %s',
    (kind) => {
      const talk = askedToConfirm();
      talk.hears({ kind: 'yes' });
      talk.hears({
        kind: 'started',
        started: { kind: 'notStarted', result: { kind }, ingress: 'alexa-skill-call', others: ['callback'] },
      });
      expect(talk.asked).toBe('otherWay');

      expect(talk.hears({ kind: 'yes' })).toMatchObject({ kind: 'start', ingress: 'callback', contextId });
    },
  );

  it.each(['busy', 'unavailable'] as const)('can be tried again where there is no other way: %s', (kind) => {
    const talk = askedToConfirm();
    talk.hears({ kind: 'yes' });
    talk.hears({
      kind: 'started',
      started: { kind: 'notStarted', result: { kind }, ingress: 'alexa-skill-call', others: [] },
    });
    expect(talk.asked).toBe('again');

    expect(talk.hears({ kind: 'yes' })).toMatchObject({ kind: 'start', contextId });
  });

  it('ends with words where nothing would be different', () => {
    const talk = askedToConfirm();
    talk.hears({ kind: 'yes' });

    const step = talk.hears({
      kind: 'started',
      started: { kind: 'notStarted', result: { kind: 'notAvailableHere' }, ingress: 'alexa-skill-call', others: [] },
    });

    expect(step.kind).toBe('close');
    // Whoever dials by hand now is known by it.
    expect(step).not.toHaveProperty('forget');
  });

  it('can be prepared again when it could not be written down', () => {
    const talk = new Talk();
    talk.hears(call(bill), { kind: 'skip' }, { kind: 'notPrepared' });
    expect(talk.asked).toBe('prepareAgain');

    expect(talk.hears({ kind: 'yes' }).kind).toBe('prepare');
  });
});

describe('somebody who is not understood', () => {
  it('hears what can be said, then in other words, then a number to dial', () => {
    const talk = new Talk();
    talk.hears({ kind: 'launch' }, { kind: 'notUnderstood' });
    const first = talk.speech;
    talk.hears({ kind: 'notUnderstood' });
    const second = talk.speech;

    expect(talk.hears({ kind: 'notUnderstood' }).kind).toBe('close');
    expect(new Set([first, second, talk.speech]).size).toBe(3);
  });

  it('is asked the open question in other words, and the account is done without then', () => {
    const talk = new Talk();
    talk.hears(call(bill));
    const asked = talk.speech;
    talk.hears({ kind: 'notUnderstood' });
    expect(talk.asked).toBe('account');
    expect(talk.speech).not.toBe(asked);

    expect(talk.hears({ kind: 'notUnderstood' }).kind).toBe('prepare');
  });

  it('starts anew once something was understood', () => {
    const talk = new Talk();
    talk.hears({ kind: 'launch' }, { kind: 'notUnderstood' }, { kind: 'notUnderstood' }, { kind: 'help' });

    expect(talk.hears({ kind: 'notUnderstood' }).kind).toBe('ask');
  });
});

describe('in every place', () => {
  it('help answers, and asks again what was asked', () => {
    const talk = askedToConfirm();

    talk.hears({ kind: 'help' });

    expect(talk.asked).toBe('confirmation');
    expect(talk.speech).toMatch(/emergency/);
  });

  it('repeat says the same again', () => {
    const talk = askedToConfirm();
    const said = talk.speech;

    talk.hears({ kind: 'repeat' });

    expect(talk.speech).toBe(said);
  });

  it('stop ends it, and what was written is forgotten', () => {
    expect(askedToConfirm().hears({ kind: 'stop' })).toMatchObject({ kind: 'close', forget: contextId });
  });

  it('a yes to nothing asks what it is about', () => {
    const talk = new Talk();

    talk.hears({ kind: 'yes' });

    expect(talk.asked).toBe('reason');
  });
});
