import fc from 'fast-check';
import { mutants } from '../../explore/mutants.ts';
import { courses, followed, reading, scenario } from '../../explore/random-calls.ts';
import { theFlow } from '../../explore/the-flow.ts';

/** A failure prints its seed and path; `EXPLORE_SEED=<seed>` plays the same calls again. */
const given = process.env['EXPLORE_SEED'];
const seed = given === undefined ? {} : { seed: Number(given) };

describe('a random call, by a random table, with random faults', () => {
  it('is never left in silence, and no leg is left behind', () => {
    fc.assert(
      fc.property(scenario, reading, courses, (table, read, course) => {
        const wrong = followed(theFlow, table, read, course);
        if (wrong !== undefined) throw new Error(wrong);
      }),
      { numRuns: 400, ...seed },
    );
  });

  it('finds a flow out that does nothing after a failure', () => {
    const broken = mutants.find(({ name }) => name === 'does nothing after a failure')!.flow(theFlow);

    const result = fc.check(
      fc.property(
        scenario,
        reading,
        courses,
        (table, read, course) => followed(broken, table, read, course) === undefined,
      ),
      { numRuns: 400, seed: 7 },
    );

    expect(result.failed).toBe(true);
  });

  it('is the same call when its seed is given again', () => {
    const play = (): string => {
      const told: string[] = [];
      const property = fc.property(scenario, reading, courses, (table, read, course) => {
        told.push(`${table.name} ${JSON.stringify(read)} ${course.join()}`);
      });
      fc.check(property, { numRuns: 5, seed: 11 });
      return told.join('\n');
    };

    expect(play()).toBe(play());
  });
});
