import fc from 'fast-check';
import { ingresses } from '../../../shared/domain/call-context.ts';
import { maximumTransactionAttributes } from '../../../shared/contracts/sma-response.ts';
import {
  afterwardsOffers,
  callerKeyCommands,
  callerKeyDigits,
  recordingPolicies,
} from '../../../shared/domain/routing/call-service.ts';
import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { leftOut, recordings, type CallFacts, type CallState } from '../../../sma-handler/call-state.ts';
import { readRecords, readState, writeState } from '../../../sma-handler/transaction-attributes.ts';
import {
  adviser,
  bellevue,
  directory,
  downtown,
  holdOn,
  mailbox,
  mobile,
  ownedNumber,
  supportDesk,
} from '../../support/attempts.ts';

const service = fc.record(
  {
    recording: fc.constantFrom(...recordingPolicies),
    afterwards: fc.constantFrom(...afterwardsOffers),
    keys: fc.dictionary(fc.constantFrom(...callerKeyDigits), fc.constantFrom(...callerKeyCommands), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  },
  { requiredKeys: [] },
);
const facts: fc.Arbitrary<CallFacts> = fc.record(
  {
    entry: fc.constantFrom(...ingresses),
    ruleId: fc.constantFrom('default', 'lost-cards'),
    callerId: fc.constant(ownedNumber),
    contextId: fc.constantFrom('id-1', 'id-2'),
    tableVersion: fc.integer({ min: 1, max: 1000 }),
    locale: fc.constantFrom('en-US', 'en-CA'),
    reasonId: fc.constantFrom('billing', 'lost-card'),
    service,
    commandIds: fc.array(fc.uuid(), { maxLength: 5 }),
    answered: fc.constant(true as const),
  },
  { requiredKeys: ['entry', 'ruleId', 'callerId'] },
);
const waited = fc.constantFrom(adviser, { ...adviser, timeoutSeconds: 45 });
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  waited,
  fc.constantFrom(
    supportDesk,
    { ...supportDesk, headers: { profile: 'x-header', name: 'X-Call', fixed: { 'X-Queue': 'cards' } } } as const,
    downtown,
    { ...bellevue, onOutcome: { declined: 'next', unreachable: 'end' } } as const,
    mobile,
    directory,
    { ...directory, onOutcome: { misconfigured: 'nextKind' } } as const,
    holdOn,
    mailbox,
  ),
);
const meeting = fc.record({ meetingId: fc.uuid(), attendeeId: fc.uuid() });
const advisers = fc.array(
  fc.record({ id: fc.uuid(), isThere: fc.boolean(), at: fc.nat() }, { requiredKeys: ['id', 'isThere'] }),
  { maxLength: 10 },
);
const following = {
  facts,
  attemptNumber: fc.nat({ max: 20 }),
  remaining: fc.array(attempt, { maxLength: 4 }),
  recording: fc.constantFrom(...recordings),
};
const followed = ['phase', 'facts', 'attemptNumber', 'remaining', 'recording'] as const;

const states: fc.Arbitrary<CallState> = fc.oneof(
  fc.constant({ phase: 'new' } as const),
  fc.record(
    { phase: fc.constant('callingBack' as const), contextId: fc.constantFrom('id-1') },
    { requiredKeys: ['phase'] },
  ),
  fc.record({
    phase: fc.constant('choosing' as const),
    ...following,
    options: fc.array(fc.constantFrom('billing', 'lost-card'), { maxLength: 9 }),
  }),
  fc.record({ phase: fc.constantFrom('confirming' as const, 'consenting' as const), ...following }),
  fc.record(
    {
      phase: fc.constant('trying' as const),
      ...following,
      current: attempt,
      without: fc.subarray([...leftOut]),
      meeting,
    },
    { requiredKeys: [...followed, 'current'] },
  ),
  fc.record(
    {
      phase: fc.constant('waiting' as const),
      ...following,
      current: waited,
      meeting,
      rounds: fc.nat({ max: 99 }),
      advisers,
    },
    { requiredKeys: [...followed, 'current', 'meeting', 'rounds'] },
  ),
  fc.record(
    { phase: fc.constant('connected' as const), ...following, current: attempt, meeting, advisers },
    { requiredKeys: [...followed, 'current'] },
  ),
  fc.record(
    {
      phase: fc.constant('rejoining' as const),
      ...following,
      current: attempt,
      meeting,
      rounds: fc.nat({ max: 3 }),
      advisers,
    },
    { requiredKeys: [...followed, 'current', 'meeting', 'rounds'] },
  ),
  fc.record({ phase: fc.constant('leaving' as const), ...following, meeting }, { requiredKeys: [...followed] }),
  fc.record({
    phase: fc.constant('offering' as const),
    facts,
    attemptNumber: fc.nat({ max: 20 }),
    recording: fc.constantFrom('off' as const, 'on' as const, 'paused' as const),
  }),
  fc.record({ phase: fc.constant('surveying' as const), facts }),
  fc.record({ phase: fc.constant('parting' as const), facts }),
  fc.record({ phase: fc.constantFrom('apologising' as const, 'ended' as const), facts }, { requiredKeys: ['phase'] }),
);

describe('the state of a call in transaction attributes', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readState(writeState(state))).toEqual(state);
      }),
    );
  });

  it('reads the same where AWS merges it into what was there before', () => {
    fc.assert(
      fc.property(states, states, (before, state) => {
        expect(readState({ ...writeState(before, 'records'), ...writeState(state) })).toEqual(state);
      }),
    );
  });

  it('has no more keys than either reading of AWS’s limit allows', () => {
    fc.assert(
      fc.property(states, (state) => Object.keys(writeState(state, 'records')).length <= maximumTransactionAttributes),
    );
  });

  it('leaves none of the keys of the event before to be merged in: records that were written are gone', () => {
    const merged = { ...writeState({ phase: 'new' }, 'records'), ...writeState({ phase: 'ended' }) };

    expect(readRecords(merged)).toBe('');
  });

  const trying: CallState = {
    phase: 'trying',
    facts: { entry: 'phone', ruleId: 'r', callerId: ownedNumber },
    attemptNumber: 1,
    current: downtown,
    remaining: [],
    recording: 'off',
  };
  const but = (changes: object): Record<string, string> => {
    const attributes = writeState(trying);
    return { ...attributes, state: JSON.stringify({ ...trying, ...changes }) };
  };
  const without = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, undefined]));
  const unreadable = [
    { case: 'nothing', attributes: undefined },
    { case: 'null', attributes: null },
    { case: 'somebody else’s', attributes: { phase: 'dancing' } },
    { case: 'a phase alone', attributes: { phase: 'trying' } },
    { case: 'text that is no JSON', attributes: { ...writeState(trying), state: '{' } },
    { case: 'of no phase of ours', attributes: but({ phase: 'dancing' }) },
    { case: 'a current attempt of no kind', attributes: but({ current: { kind: 'pigeon' } }) },
    { case: 'no current attempt', attributes: but(without('current')) },
    { case: 'no attempt number', attributes: but(without('attemptNumber')) },
    { case: 'no attempts still to come', attributes: but(without('remaining')) },
    { case: 'nothing decided', attributes: but(without('facts')) },
    { case: 'an attempt without a rule', attributes: but({ facts: { ...trying.facts, ruleId: undefined } }) },
    { case: 'an attempt without a caller id', attributes: but({ facts: { ...trying.facts, callerId: undefined } }) },
    { case: 'a caller id that is no number', attributes: but({ facts: { ...trying.facts, callerId: '555' } }) },
    {
      case: 'a conversation without a rule',
      attributes: but({ phase: 'connected', facts: { ...trying.facts, ruleId: undefined } }),
    },
    { case: 'a parting without a rule', attributes: but({ phase: 'parting', facts: without('ruleId') }) },
    { case: 'waiting for nobody', attributes: but({ phase: 'waiting', rounds: 0, current: adviser }) },
    {
      case: 'waiting where nobody can be waited for',
      attributes: but({ phase: 'waiting', rounds: 0, meeting: { meetingId: 'm', attendeeId: 'a' } }),
    },
    {
      case: 'a policy that does not exist',
      attributes: but({ current: { ...downtown, onOutcome: { declined: 'shout' } } }),
    },
  ];

  it.each(unreadable)('is a call that nothing is known of when it is $case', ({ attributes }) => {
    expect(readState(attributes)).toEqual({ phase: 'new' });
  });

  it('is read whatever is added to it by a newer release', () => {
    expect(readState(but({ mood: 'cheerful' }))).toEqual(trying);
  });
});
