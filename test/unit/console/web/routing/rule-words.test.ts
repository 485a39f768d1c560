import {
  conditionsWords,
  ruleWords,
  sentenceOf,
  attemptWords,
} from '../../../../../console/web/routing/rules/rule-words.ts';

describe('a rule, read aloud', () => {
  it('says who it is for and whom it tries, in order', () => {
    const sentence = sentenceOf(
      ruleWords({
        when: { reason: ['lost-card'] },
        attempts: [
          { contactCenter: 'support', timeout: 20 },
          { nearestBranch: { service: 'cards', within: 100, upTo: 2 }, timeout: 20 },
        ],
        recording: 'ask',
        keys: { 9: 'hangUp' },
      }),
    );

    expect(sentence).toBe(
      'when the reason is lost-card: first contact centre support (20 s), then up to 2 nearest open branches for cards ' +
        'within 100 km (20 s each); recorded if the caller agrees; *9 hang up',
    );
  });

  it('is for everybody without conditions', () => {
    expect(sentenceOf(ruleWords({ attempts: [{ contactCenter: 'support' }] }))).toBe(
      'everybody: contact centre support (30 s)',
    );
  });

  it('names every kind of condition', () => {
    const words = conditionsWords({
      entry: ['callback'],
      state: ['WA', 'OR'],
      attribute: {
        tier: ['gold', 'platinum'],
        balance: { from: 10, below: 20 },
        code: { prefix: ['W'] },
        vip: { exists: false },
      },
      schedule: { 'office-hours': 'open' },
      share: 10,
    });

    expect(words).toBe(
      'the call comes in by callback and the state is WA or OR and tier is gold or platinum and balance is 10 or more and ' +
        'below 20 and code begins with W and vip is not known and office-hours is open and among 10 % of callers, by lot',
    );
  });

  it('says a choice in per cent, and what differs from the usual', () => {
    const words = attemptWords({
      choice: {
        from: [
          { weight: 70, contactCenter: 'support', onOutcome: { unreachable: 'end' } },
          { weight: 30, phone: { id: 'partner', number: '+12065550177' } },
        ],
      },
    });

    expect(words).toBe(
      'one of these by lot: 70 % contact centre support (30 s) [if unreachable, end the call]; 30 % partner at +12065550177 (30 s)',
    );
  });
});
