import fc from 'fast-check';
import { callerKeyCommands, callerKeyDigits, type CallService } from '../../shared/domain/routing/call-service.ts';
import { policyActions, policyOutcomes, type OutcomePolicy } from '../../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import { adviser, bellevue, directory, downtown, holdOn, mailbox, mobile, supportDesk } from '../support/attempts.ts';
import type { Move } from './move.ts';
import { newCall, PstnAudio } from './pstn-audio.ts';
import { allReadings, nameOf, type Reading } from './reading.ts';
import { newParts, type Flow, type Scenario } from './scenario.ts';
import { operatorsAndAdvisers } from './given-commands.ts';
import { aScenario, furnished, menu } from './tables.ts';
import { TheFunction } from './the-function.ts';

const policy: fc.Arbitrary<OutcomePolicy> = fc.dictionary(
  fc.constantFrom(...policyOutcomes),
  fc.constantFrom(...policyActions),
);
const kinds = fc.constantFrom<Attempt>(supportDesk, downtown, bellevue, mobile, mailbox, directory);
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(kinds, policy).map(([kind, onOutcome]) => ({ ...kind, onOutcome })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 30 }), policy)
      .map(([timeoutSeconds, onOutcome]) => ({ ...adviser, timeoutSeconds, onOutcome })),
  },
  { weight: 1, arbitrary: fc.constant(holdOn) },
);
/** No service is asked twice by one plan: the table's check sees to it. */
const attempts = fc
  .array(attempt, { maxLength: 5 })
  .map((list) =>
    list.filter(({ kind }, index) => kind !== 'lookUp' || list.findIndex((each) => each.kind === 'lookUp') === index),
  );

const service: fc.Arbitrary<CallService> = fc.record(
  {
    recording: fc.constantFrom('always', 'ask'),
    afterwards: fc.constantFrom('anotherTry', 'survey'),
    keys: fc.dictionary(fc.constantFrom(...callerKeyDigits.slice(0, 4)), fc.constantFrom(...callerKeyCommands)),
  },
  { requiredKeys: [] },
);

const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

/** A table, as far as one call has to do with it, and what may happen in the call. */
export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    attempts,
    service,
    entry: fc.constantFrom('alexa-skill-call', 'callback', 'phone'),
    isFurnished: fc.boolean(),
    hasMenu: fc.boolean(),
    limits: fc.record({ answers: upTo(3), keys: upTo(2), commands: upTo(2), oddities: upTo(3) }),
  })
  .map(({ isFurnished, hasMenu, entry, ...wish }) =>
    aScenario({
      ...wish,
      entry,
      name: 'a random table',
      commands: operatorsAndAdvisers,
      ...(isFurnished ? { world: furnished } : {}),
      ...(hasMenu && entry === 'phone' ? { menu } : {}),
    }),
  );

export const reading: fc.Arbitrary<Reading> = fc.constantFrom(...allReadings);

/** Which of the things that can happen does, one after another. */
export const courses = fc.array(fc.nat(), { minLength: 10, maxLength: 90 });

/**
 * Follows one call.
 * @returns the first promise that is not kept, with the story; undefined when all are.
 */
export function followed(
  flow: Flow,
  scenario: Scenario,
  reading: Reading,
  course: readonly number[],
): string | undefined {
  const parts = newParts();
  const pstnAudio = new PstnAudio(scenario, parts, new TheFunction(flow, scenario, parts), reading);
  const story: string[] = [`read as ${nameOf(reading)}`];
  let call = newCall(scenario, parts);
  for (const choice of course) {
    const moves: Move[] = [];
    pstnAudio.moves(call, (move) => moves.push(move));
    const wrong = moves.find(({ breaches = [] }) => breaches.length > 0);
    if (wrong !== undefined) return [...(wrong.breaches ?? []), ...story, wrong.label].join('\n');
    const chosen = moves[choice % moves.length];
    if (chosen?.call === undefined) break;
    story.push(chosen.label);
    call = chosen.call;
  }
  return undefined;
}
