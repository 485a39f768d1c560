import * as fc from 'fast-check';
import { next } from '../../../../skill/conversation/conversation.ts';
import type { Heard } from '../../../../skill/conversation/heard.ts';
import { beginning } from '../../../../skill/conversation/session-attributes.ts';
import type { Step } from '../../../../skill/conversation/step.ts';
import { bill, contextId, travelled } from './talks.ts';

const said = fc.constantFrom(
  {},
  bill,
  { reason: { id: 'other', words: '<b>"&' } },
  { accountNumber: '12345678' },
  { accountNumber: '1' },
  { accountNumber: '' },
  { accountKind: 'savings' as const },
  { postalCode: '98109' },
  { postalCode: 'x' },
);
const heard: fc.Arbitrary<Heard> = fc.oneof(
  fc.record({ kind: fc.constant('call' as const), way: fc.constantFrom('call' as const, 'callBack' as const), said }),
  fc.record({
    kind: fc.constant('call' as const),
    way: fc.constantFrom('call' as const, 'callBack' as const),
    said,
    decision: fc.constantFrom('yes' as const, 'no' as const),
  }),
  fc.record({
    kind: fc.constant('consent' as const),
    consent: fc.constantFrom('mobileNumber' as const, 'address' as const),
    isGiven: fc.boolean(),
  }),
  fc.constantFrom('launch', 'skip', 'yes', 'no', 'repeat', 'help', 'stop', 'notUnderstood').map((kind) => ({ kind })),
);
const prepared: fc.Arbitrary<Heard> = fc.constantFrom<Heard[]>(
  { kind: 'prepared', prepared: { kind: 'ready', contextId, lastDigits: '23' } },
  { kind: 'prepared', prepared: { kind: 'ready', contextId, lastDigits: '23', rungEnough: true } },
  { kind: 'prepared', prepared: { kind: 'numberNotRung', because: 'notAmongPrefixes' } },
  { kind: 'prepared', prepared: { kind: 'numberNotRung', because: 'tooOften' } },
  { kind: 'prepared', prepared: { kind: 'numberMissing', because: 'permissionMissing' } },
  { kind: 'prepared', prepared: { kind: 'numberMissing', because: 'unavailable' } },
  { kind: 'prepared', prepared: { kind: 'placeMissing', because: 'permissionMissing' } },
  { kind: 'prepared', prepared: { kind: 'placeMissing', because: 'notGiven' } },
  { kind: 'notPrepared' },
);
const started: fc.Arbitrary<Heard> = fc.constantFrom<Heard[]>(
  { kind: 'started', started: { kind: 'started', ingress: 'alexa-skill-call' } },
  {
    kind: 'started',
    started: { kind: 'notStarted', result: { kind: 'busy' }, ingress: 'alexa-skill-call', others: [] },
  },
  {
    kind: 'started',
    started: {
      kind: 'notStarted',
      result: { kind: 'permissionMissing' },
      ingress: 'alexa-skill-call',
      others: ['callback'],
    },
  },
  { kind: 'started', started: { kind: 'contextGone' } },
);
const ways = fc.record({ call: fc.boolean(), callBack: fc.boolean(), isAccountLinked: fc.boolean() });

/** Says yes, whatever it is the yes to: "call them" is one, when it is asked whether to call. */
function isYes(each: Heard): boolean {
  if (each.kind !== 'call') return each.kind === 'yes';
  return each.decision === 'yes' || (each.decision === undefined && Object.keys(each.said).length === 0);
}

describe('any conversation', () => {
  it('starts no call that was not said yes to after it was read out, and always has an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(heard, prepared, started), { maxLength: 15 }), ways, (turns, able) => {
        let state = beginning;
        let isReadOut = false;
        for (const [said, ready, begun] of turns) {
          let step: Step = next(state, said, able);
          for (let rounds = 0; step.kind === 'prepare' || step.kind === 'start'; rounds += 1) {
            if (step.kind === 'start') expect(isYes(said) && isReadOut).toBe(true);
            expect(rounds).toBeLessThan(2);
            step = next(step.state, step.kind === 'prepare' ? ready : begun, able);
          }
          if (step.kind === 'close') {
            state = beginning;
            isReadOut = false;
            continue;
          }
          // What is said travels through session attributes, and is the same afterwards.
          expect(travelled(step.state)).toEqual(step.state);
          state = step.state;
          if (step.kind === 'ask' && state.asked === 'confirmation') isReadOut = true;
        }
      }),
      { numRuns: 500 },
    );
  });
});
