import { tableFileWith } from '../../../support/table-file-builder.ts';
import { findingsOf, tableOf } from './compile-fixture.ts';

/** The small table with these attempts in its rule, and a look-up to name. */
function textWith(attempts: string): string {
  return tableFileWith('attempts:\n      - contactCenter: support', `attempts:\n${attempts}`).replace(
    'branches:\n',
    'lookUps: { back-end: { url: "https://routes.example.com/next" } }\nbranches:\n',
  );
}

describe('attempts of a rule', () => {
  it('have all that their kind needs', () => {
    const text = textWith(`
      - nearestBranch: { within: 80 }
      - nearestBranch: { service: accounts, within: 12.5, upTo: 3, spread: 2 }
        timeout: 15
        onOutcome: { declined: next }
      - branch: downtown
        timeout: 1
      - phone: { id: switchboard, number: "+12065550199" }
        timeout: 120
        onOutcome: { declined: end }
      - meeting: adviser
        onOutcome: {}
      - lookUp: back-end
        timeout: 25
        onOutcome: { unreachable: end }
      - message: { id: sorry, words: {default: Nobody is free., fr: Personne.} }
      - contactCenter: support
        onOutcome: { notAnswered: end, unreachable: next }
      - voicemail: { id: after-hours, words: Please speak. }
        onOutcome: { notAnswered: end }`);

    const { rules, lookUps } = tableOf(text);

    expect(lookUps).toEqual([{ id: 'back-end', url: 'https://routes.example.com/next' }]);
    expect(rules[0]?.attempts).toEqual([
      { kind: 'nearestBranch', withinKilometers: 80, upTo: 1, timeoutSeconds: 30 },
      {
        kind: 'nearestBranch',
        service: 'accounts',
        withinKilometers: 12.5,
        upTo: 3,
        spreadKilometers: 2,
        timeoutSeconds: 15,
        onOutcome: { declined: 'next' },
      },
      { kind: 'branch', id: 'downtown', timeoutSeconds: 1 },
      {
        kind: 'phone',
        id: 'switchboard',
        number: '+12065550199',
        timeoutSeconds: 120,
        onOutcome: { declined: 'end' },
      },
      { kind: 'meeting', id: 'adviser' },
      { kind: 'lookUp', id: 'back-end', timeoutSeconds: 25, onOutcome: { unreachable: 'end' } },
      { kind: 'message', id: 'sorry', words: { default: 'Nobody is free.', fr: 'Personne.' } },
      {
        kind: 'contactCenter',
        id: 'support',
        timeoutSeconds: 30,
        onOutcome: { notAnswered: 'end', unreachable: 'next' },
      },
      {
        kind: 'voicemail',
        id: 'after-hours',
        words: { default: 'Please speak.' },
        maximumSeconds: 120,
        onOutcome: { notAnswered: 'end' },
      },
    ]);
  });

  it('can be a choice of several, each in its own manner', () => {
    const text = textWith(`
      - choice:
          upTo: 3
          from:
            - { contactCenter: support, weight: 70, timeout: 20 }
            - { branch: downtown, weight: 20, onOutcome: {declined: end} }
            - { meeting: adviser, weight: 10 }`);

    const { rules } = tableOf(text);

    expect(findingsOf(text).map(({ code }) => code)).not.toContain('choice-too-small');
    expect(rules[0]?.attempts).toEqual([
      {
        kind: 'choice',
        upTo: 3,
        from: [
          { weight: 70, attempt: { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 } },
          {
            weight: 20,
            attempt: { kind: 'branch', id: 'downtown', timeoutSeconds: 30, onOutcome: { declined: 'end' } },
          },
          { weight: 10, attempt: { kind: 'meeting', id: 'adviser' } },
        ],
      },
    ]);
  });

  const phone = (number: string): string => `{ phone: { id: desk, number: "${number}" } }`;
  const ends = 'onOutcome: { notAnswered: end, declined: end, unreachable: end, misconfigured: end }';

  it.each([
    {
      case: 'an unknown look-up',
      attempts: '      - lookUp: backend',
      expected: { severity: 'error', code: 'unknown-reference', path: 'rules[0].attempts[0].lookUp' },
    },
    {
      case: 'an unknown member of a choice',
      attempts: '      - choice: {from: [{contactCenter: suport, weight: 1}, {meeting: adviser, weight: 1}]}',
      expected: {
        severity: 'error',
        code: 'unknown-reference',
        path: 'rules[0].attempts[0].choice.from[0].contactCenter',
        message: expect.stringContaining('did you mean "support"?'),
      },
    },
    {
      case: 'a member that is there twice',
      attempts: '      - choice: {from: [{contactCenter: support, weight: 1}, {contactCenter: support, weight: 2}]}',
      expected: {
        severity: 'error',
        code: 'choice-member-twice',
        path: 'rules[0].attempts[0].choice.from[1].contactCenter',
      },
    },
    {
      case: 'two members of one id, between which no lot can be drawn',
      attempts: '      - choice: {from: [{contactCenter: support, weight: 1}, {meeting: support, weight: 2}]}',
      expected: { severity: 'error', code: 'choice-member-twice', path: 'rules[0].attempts[0].choice.from[1].meeting' },
    },
    {
      case: 'a time of a member that waits for nobody',
      attempts:
        '      - choice: {from: [{contactCenter: support, weight: 1}, {message: {id: a, words: b}, weight: 2, timeout: 5}]}',
      expected: { severity: 'error', code: 'invalid-value', path: 'rules[0].attempts[0].choice.from[1].timeout' },
    },
    {
      case: 'a policy for words',
      attempts:
        '      - choice: {from: [{contactCenter: support, weight: 1}, {message: {id: a, words: b}, weight: 2, onOutcome: {declined: end}}]}',
      expected: { severity: 'error', code: 'invalid-value', path: 'rules[0].attempts[0].choice.from[1].onOutcome' },
    },
    {
      case: 'a choice that cannot be as long as it wants',
      attempts: '      - choice: {upTo: 3, from: [{contactCenter: support, weight: 1}, {meeting: adviser, weight: 2}]}',
      expected: { severity: 'warning', code: 'choice-too-small', path: 'rules[0].attempts[0].choice.upTo' },
    },
    {
      case: 'two phones of one id',
      attempts: `      - ${phone('+12065550101')}\n      - ${phone('+12065550101')}\n      - ${phone('+12065550102')}`,
      expected: { severity: 'error', code: 'id-twice', path: 'rules[0].attempts[2].phone.id' },
    },
    {
      case: 'two messages of one id',
      attempts: '      - message: {id: sorry, words: a}\n      - message: {id: sorry, words: b}',
      expected: { severity: 'error', code: 'id-twice', path: 'rules[0].attempts[1].message.id' },
    },
    {
      case: 'two voicemails of one id, one of them longer',
      attempts:
        '      - voicemail: {id: box, words: a, maximum: 5}\n      - choice: {from: [{voicemail: {id: box, words: a}, weight: 1}, {contactCenter: support, weight: 1}]}',
      expected: { severity: 'error', code: 'id-twice', path: 'rules[0].attempts[1].choice.from[0].voicemail.id' },
    },
    {
      case: 'attempts that are never made',
      attempts: `      - contactCenter: support\n        ${ends}\n      - meeting: adviser`,
      expected: { severity: 'warning', code: 'attempt-unreachable', path: 'rules[0].attempts[1]' },
    },
  ])('are reported for $case', ({ attempts, expected }) => {
    const findings = findingsOf(textWith(attempts)).filter(({ path }) => path.startsWith('rules[0].attempts['));

    expect(findings).toEqual([expect.objectContaining({ line: expect.any(Number), ...expected })]);
  });

  it.each([
    { case: 'nearest branches, of which there may be none', attempt: 'nearestBranch: {within: 5}' },
    {
      case: 'a contact centre that ends the call on some outcomes',
      attempt: 'contactCenter: support',
      policy: 'onOutcome: {declined: end}',
    },
    { case: 'words', attempt: 'message: {id: sorry, words: a}', policy: '' },
  ])('may follow $case', ({ attempt, policy = ends }) => {
    const text = textWith(`      - ${attempt}\n        ${policy}\n      - meeting: adviser`);

    expect(findingsOf(text).map(({ code }) => code)).not.toContain('attempt-unreachable');
  });
});
