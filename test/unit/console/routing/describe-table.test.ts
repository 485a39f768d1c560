import { describeTable } from '../../../../console/routing/describe-table.ts';
import type { Condition } from '../../../../shared/domain/routing/condition.ts';
import type { E164 } from '../../../../shared/domain/phone-number.ts';
import type { CallService } from '../../../../shared/domain/routing/call-service.ts';
import type { AttemptRule, Rule } from '../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { routingTableOf, type TableChanges } from '../../../support/routing-table-builder.ts';

function lineFor(when: readonly Condition[], attempts: readonly AttemptRule[]): string | undefined {
  return describeTable({ version: 1, table: routingTableOf({ rules: [{ id: 'r', when, attempts }] }) })[1];
}

describe('a table in words', () => {
  it('begins with its name, and ends with how long its opening hours are known', () => {
    const schedules = ['2028-05-21', '2028-05-20'].map((date) => ({
      id: date,
      opensAt: [],
      closesAt: [],
      compiledUntil: epochMs(Date.parse(date)),
    }));

    const lines = describeTable({ version: 3, table: routingTableOf({ schedules }) });

    expect(lines).toEqual([
      'example-bank, version 3; shows +14255550100 to whoever is called',
      'otherwise: contact centre support (30 s)',
      'opening hours are known until 2028-05-20: publish again before then',
    ]);
  });

  it.each<{ when: readonly Condition[]; words: string }>([
    { when: [], words: 'everybody' },
    {
      when: [
        { kind: 'reason', anyOf: ['billing', 'other'] },
        { kind: 'entry', anyOf: ['phone'] },
        { kind: 'locale', anyOf: ['fr'] },
        { kind: 'country', anyOf: ['CA'] },
        { kind: 'state', anyOf: ['QC'] },
      ],
      words: 'reason is billing or other and entry is phone and locale is fr and country is CA and state is QC',
    },
    {
      when: [
        { kind: 'postalPrefix', anyOf: ['981', '982'] },
        { kind: 'callerPrefix', anyOf: ['+1206'] },
        { kind: 'share', percent: 12.5 },
        { kind: 'schedule', id: 'office-hours', is: 'closed' },
      ],
      words:
        "postal code begins with 981 or 982 and the caller's number begins with +1206 and among 12.5 % of callers, by lot and office-hours is closed",
    },
    {
      when: [
        { kind: 'attribute', name: 'tier', test: { kind: 'in', anyOf: ['gold'] } },
        { kind: 'attribute', name: 'segment', test: { kind: 'prefix', anyOf: ['b'] } },
        { kind: 'attribute', name: 'age', test: { kind: 'range', from: 18 } },
        { kind: 'attribute', name: 'debt', test: { kind: 'range', below: 5 } },
        { kind: 'attribute', name: 'score', test: { kind: 'range', from: 1, below: 5 } },
        { kind: 'attribute', name: 'agent', test: { kind: 'exists', is: true } },
        { kind: 'attribute', name: 'blocked', test: { kind: 'exists', is: false } },
      ],
      words:
        'tier is gold and segment begins with b and age is 18 or more and debt is below 5 and score is 1 or more and below 5 and agent is known and blocked is not known',
    },
  ])('says for whom a rule is: $words', ({ when, words }) => {
    expect(lineFor(when, [{ kind: 'meeting', id: 'm' }])).toBe(`1. r: ${words}: meeting m`);
  });

  it.each<{ attempt: AttemptRule; words: string }>([
    {
      attempt: { kind: 'contactCenter', id: 'support', timeoutSeconds: 20, onOutcome: { declined: 'end' } },
      words: 'contact centre support (20 s) [if declined, end the call]',
    },
    {
      attempt: { kind: 'nearestBranch', withinKilometers: 5, upTo: 1, timeoutSeconds: 30 },
      words: 'the nearest open branch within 5 km (30 s)',
    },
    {
      attempt: {
        kind: 'nearestBranch',
        service: 'cards',
        withinKilometers: 5,
        upTo: 2,
        spreadKilometers: 1,
        timeoutSeconds: 30,
      },
      words:
        'up to 2 nearest open branches for cards within 5 km, by lot among those at most 1 km farther than the nearest (30 s each)',
    },
    { attempt: { kind: 'branch', id: 'downtown', timeoutSeconds: 9 }, words: 'branch downtown (9 s)' },
    {
      attempt: { kind: 'phone', id: 'desk', number: '+12065550100' as E164, timeoutSeconds: 9 },
      words: 'desk at +12065550100 (9 s)',
    },
    { attempt: { kind: 'meeting', id: 'adviser' }, words: 'meeting adviser' },
    { attempt: { kind: 'meeting', id: 'adviser', timeoutSeconds: 90 }, words: 'meeting adviser (90 s)' },
    {
      attempt: {
        kind: 'lookUp',
        id: 'back-end',
        timeoutSeconds: 9,
        onOutcome: { misconfigured: 'end', notAnswered: 'nextKind', unreachable: 'next' },
      },
      words:
        'wherever back-end says (9 s) [if not answered, go on with another kind; if unreachable, go on; if refused by AWS, end the call]',
    },
    {
      attempt: { kind: 'message', id: 'sorry', words: { default: 'Nobody is free.', fr: 'Personne.' } },
      words: 'the words of sorry: "Nobody is free."',
    },
    {
      attempt: { kind: 'voicemail', id: 'box', words: { default: 'Speak.' }, maximumSeconds: 60 },
      words: 'voicemail box (up to 60 s)',
    },
    {
      attempt: {
        kind: 'choice',
        upTo: 1,
        from: [
          { weight: 2, attempt: { kind: 'meeting', id: 'a' } },
          { weight: 1, attempt: { kind: 'meeting', id: 'b' } },
        ],
      },
      words: 'one of these by lot: 66.7 % meeting a; 33.3 % meeting b',
    },
  ])('says what is tried: $words', ({ attempt, words }) => {
    expect(lineFor([], [attempt, attempt])).toBe(`1. r: everybody: ${words}, then ${words}`);
  });

  it.each<{ service: CallService; words: string }>([
    { service: { recording: 'always' }, words: 'recorded, and callers are told' },
    { service: { recording: 'ask', afterwards: 'survey' }, words: 'recorded if the caller agrees; a survey follows' },
    {
      service: { afterwards: 'anotherTry', keys: { 9: 'hangUp', 1: 'nextPerson' } },
      words: 'another try is offered afterwards; *1 next person, *9 hang up',
    },
    {
      service: { keys: { 4: 'pauseRecording', 5: 'resumeRecording' } },
      words: '*4 pause recording, *5 resume recording',
    },
  ])('says what callers are granted: $words', ({ service, words }) => {
    const rules = [{ id: 'r', when: [], attempts: [{ kind: 'meeting', id: 'm' } as const], service }];

    const lines = describeTable({ version: 1, table: routingTableOf({ rules, defaultService: service }) });

    expect(lines.slice(1)).toEqual([
      `1. r: everybody: meeting m; ${words}`,
      `otherwise: contact centre support (30 s); ${words}`,
    ]);
  });

  const bills: Rule = {
    id: 'bills',
    when: [{ kind: 'reason', anyOf: ['billing'] }],
    attempts: [{ kind: 'meeting', id: 'm' }],
  };
  const asked = 'callers who dial, and of whom nothing is known, are asked where it matters: ';

  it.each<{ case: string; changes: TableChanges; lines: readonly string[] }>([
    { case: 'the reasons, when it has no menu of its own', changes: {}, lines: [`${asked}1 a bill or a charge`] },
    {
      case: 'its menu',
      changes: { menu: { greeting: { default: 'Welcome.', fr: 'Bienvenue.' }, reasons: ['billing'] } },
      lines: [`${asked}"Welcome." 1 a bill or a charge`],
    },
    { case: 'nothing, when no rule asks for a reason', changes: { rules: [] }, lines: [] },
  ])('says what callers are asked: $case', ({ changes, lines }) => {
    const table = routingTableOf({ rules: [bills], ...changes });

    expect(describeTable({ version: 1, table }).filter((line) => line.includes('asked'))).toEqual(lines);
  });
});
