import fc from 'fast-check';
import { maximumTransactionAttributes } from '../../../shared/contracts/sma-response.ts';
import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import type { CallFacts, CallState } from '../../../sma-handler/call-state.ts';
import { readState, writeState } from '../../../sma-handler/transaction-attributes.ts';
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

const facts: fc.Arbitrary<CallFacts> = fc.record(
  {
    ruleId: fc.constantFrom('default', 'lost-cards'),
    callerId: fc.constant(ownedNumber),
    contextId: fc.constantFrom('id-1', 'id-2'),
    tableVersion: fc.integer({ min: 1, max: 1000 }),
    locale: fc.constantFrom('en-US', 'en-CA'),
  },
  { requiredKeys: ['ruleId', 'callerId'] },
);
const attempt: fc.Arbitrary<Attempt> = fc.constantFrom(
  supportDesk,
  { ...supportDesk, headers: { profile: 'x-header', name: 'X-Call', fixed: { 'X-Queue': 'cards' } } } as const,
  downtown,
  { ...bellevue, onOutcome: { declined: 'next', unreachable: 'end' } } as const,
  mobile,
  adviser,
  directory,
  { ...directory, onOutcome: { misconfigured: 'nextKind' } } as const,
  holdOn,
  mailbox,
);
const meeting = fc.record({ meetingId: fc.uuid(), attendeeId: fc.uuid() });

const states: fc.Arbitrary<CallState> = fc.oneof(
  fc.constant({ phase: 'new' } as const),
  fc.record(
    {
      phase: fc.constant('trying' as const),
      facts,
      attemptNumber: fc.integer({ min: 1, max: 20 }),
      current: attempt,
      remaining: fc.array(attempt, { maxLength: 4 }),
      meeting,
    },
    { requiredKeys: ['phase', 'facts', 'attemptNumber', 'current', 'remaining'] },
  ),
  fc.record({ phase: fc.constant('connected' as const), facts, meeting }, { requiredKeys: ['phase', 'facts'] }),
  fc.record({ phase: fc.constant('parting' as const), facts }),
  fc.record({ phase: fc.constant('apologising' as const), facts }, { requiredKeys: ['phase'] }),
  fc.constant({ phase: 'ended' } as const),
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
        expect(readState({ ...writeState(before), ...writeState(state) })).toEqual(state);
      }),
    );
  });

  it('has no more keys than either reading of AWS’s limit allows', () => {
    fc.assert(fc.property(states, (state) => Object.keys(writeState(state)).length <= maximumTransactionAttributes));
  });

  const trying = writeState({
    phase: 'trying',
    facts: { ruleId: 'r', callerId: ownedNumber },
    attemptNumber: 1,
    current: downtown,
    remaining: [],
  });
  const connected = writeState({ phase: 'connected', facts: { ruleId: 'r', callerId: ownedNumber } });
  const unreadable = [
    { case: 'nothing', attributes: undefined },
    { case: 'null', attributes: null },
    { case: 'somebody else’s', attributes: { phase: 'dancing' } },
    { case: 'text that is no JSON', attributes: { ...trying, current: '{' } },
    { case: 'a current attempt of no kind', attributes: { ...trying, current: '{"kind":"pigeon"}' } },
    { case: 'no current attempt', attributes: { ...trying, current: '' } },
    { case: 'no attempt number', attributes: { ...trying, attempt: '' } },
    { case: 'an attempt without a rule', attributes: { ...trying, rule: '' } },
    { case: 'an attempt without a caller id', attributes: { ...trying, callerId: '' } },
    { case: 'a caller id that is no number', attributes: { ...trying, callerId: '555' } },
    { case: 'a conversation without a rule', attributes: { ...connected, rule: '' } },
    { case: 'a parting without a rule', attributes: { ...connected, phase: 'parting', rule: '' } },
    {
      case: 'a policy that does not exist',
      attributes: { ...trying, current: JSON.stringify({ ...downtown, onOutcome: { declined: 'shout' } }) },
    },
  ];

  it.each(unreadable)('is a call that nothing is known of when it is $case', ({ attributes }) => {
    expect(readState(attributes)).toEqual({ phase: 'new' });
  });
});
