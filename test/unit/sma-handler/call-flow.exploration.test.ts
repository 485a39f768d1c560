import * as z from 'zod';
import { invocationEventTypes } from '../../../shared/contracts/sma-event.ts';
import { smaActionSchema } from '../../../shared/contracts/sma-response.ts';
import { callStateSchema } from '../../../sma-handler/state-schema.ts';
import { cycleIn } from '../../explore/cycles.ts';
import { explore } from '../../explore/explore.ts';
import { mutants } from '../../explore/mutants.ts';
import { allReadings, nameOf, readings } from '../../explore/reading.ts';
import { smallScenarios } from '../../explore/small-tables.ts';
import { story } from '../../explore/story.ts';
import { scenarios } from '../../explore/tables.ts';
import { theFlow } from '../../explore/the-flow.ts';

/** Without oddities, which make for most of the states: `npm run explore` has all of it, under all readings. */
const quick = scenarios.map((scenario) => ({ ...scenario, limits: { ...scenario.limits, oddities: 0 } }));

describe('every course that a call can take', () => {
  it.each(quick.map((scenario, index) => ({ scenario, reading: readings[index % readings.length]! })))(
    'keeps the promises of the call flow: $scenario.name',
    ({ scenario, reading }) => {
      const { breaches, cut, ends } = explore({ flow: theFlow, scenarios: [scenario], readings: [reading] });

      expect(breaches.map(story)).toEqual([]);
      expect(cut).toEqual([]);
      expect(ends).toBeGreaterThan(0);
    },
  );

  it('goes through every phase of the call flow, every type of action and every type of event', () => {
    const few = [
      'a telephone, then voicemail',
      'recorded when agreed to',
      'another try in a meeting',
      'a survey',
      'a recording that is paused, and another try',
      'muted in a meeting, and heard again',
      'an adviser who drops out of a meeting, and perhaps comes back',
      'a menu',
    ];
    const oddly = scenarios.filter(({ name }) => name === 'called back');

    const { met } = explore({
      flow: theFlow,
      scenarios: [...quick.filter(({ name }) => few.includes(name)), ...oddly],
      readings: readings.slice(0, 1),
    });

    const phases = callStateSchema.options.flatMap(({ shape: { phase } }) =>
      phase instanceof z.ZodLiteral ? [...phase.values] : phase.options,
    );
    const actions = smaActionSchema.options.map(({ shape: { Type } }) => Type.value);
    expect([...phases, ...actions, ...invocationEventTypes].filter((each) => !met.has(each))).toEqual([]);
  });

  it.each(smallScenarios)('keeps them under every reading of AWS’s pages: $name', (scenario) => {
    const { breaches, byReading } = explore({ flow: theFlow, scenarios: [scenario], readings: allReadings });

    expect(breaches.map(story)).toEqual([]);
    expect(byReading.size).toBe(allReadings.length);
  });
});

describe('the explorer', () => {
  it.each(mutants)('finds a flow out that $name', ({ scenario: name, rule, flow }) => {
    const scenario = [...smallScenarios, ...quick].filter((each) => each.name === name);

    const { breaches } = explore({ flow: flow(theFlow), scenarios: scenario, readings: readings.slice(0, 1) });

    expect(breaches.map((breach) => breach.rule)).toContainEqual(expect.stringContaining(rule));
  });

  it('says when there are more states than it may go through', () => {
    const { cut, states } = explore({
      flow: theFlow,
      scenarios: smallScenarios.slice(0, 1),
      readings: readings.slice(0, 1),
      maximumStates: 50,
    });

    expect(states).toBe(50);
    expect(cut).toEqual(['one telephone: usual']);
  });

  it('tells the shortest story of a breach', () => {
    const mutant = mutants.find(({ name }) => name === 'does nothing after a failure')!;
    const { breaches } = explore({
      flow: mutant.flow(theFlow),
      scenarios: smallScenarios.slice(0, 1),
      readings: readings.slice(0, 1),
    });

    const told = story(breaches.find(({ rule }) => rule.startsWith('(2)'))!);

    expect(told).toContain('one telephone; read as usual');
    expect(told).toMatch(
      /1\. NEW_INBOUND_CALL.*\n.*2\. Speak begins\n.*3\. Speak fails: \w+\n.*4\. ACTION_FAILED Speak \w+ → nothing/,
    );
  });

  it.each([
    { case: 'a ring', from: [0, 1, 2], to: [1, 2, 0], expected: 0 },
    { case: 'a loop behind a path', from: [0, 1, 1], to: [1, 2, 1], expected: 1 },
    { case: 'two ways to one place', from: [0, 0, 1, 2], to: [1, 2, 3, 3], expected: undefined },
    { case: 'nothing', from: [], to: [], expected: undefined },
  ])('finds what leads round: $case', ({ from, to, expected }) => {
    expect(cycleIn(4, from, to)).toBe(expected);
  });
});

describe('the readings of AWS’s pages', () => {
  it('are all different, and the first is the usual one', () => {
    expect(new Set(allReadings.map(nameOf)).size).toBe(allReadings.length);
    expect(nameOf(readings[0]!)).toBe('usual');
  });

  it('have every pair of values of any two switches', () => {
    const switches = Object.keys(readings[0]!) as (keyof (typeof readings)[number])[];
    const pairsOf = (used: typeof readings, one: (typeof switches)[number], other: (typeof switches)[number]): number =>
      new Set(used.map((reading) => `${reading[one]} ${reading[other]}`)).size;
    const valuesOf = (key: (typeof switches)[number]): number =>
      new Set(allReadings.map((reading) => reading[key])).size;

    for (const one of switches) {
      for (const other of switches) {
        if (one === other) continue;
        expect({ one, other, pairs: pairsOf(readings, one, other) }).toEqual({
          one,
          other,
          pairs: valuesOf(one) * valuesOf(other),
        });
      }
    }
  });
});
