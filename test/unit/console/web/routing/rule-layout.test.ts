import { noteAll } from '../../../../../console/web/routing/rules/rule-layout.ts';

/** Counts how often somebody goes through it. */
class Counted implements Iterable<string> {
  times = 0;

  *[Symbol.iterator](): Generator<string> {
    this.times += 1;
    yield* ['first', 'second'];
  }
}

describe('what a list of rules shows', () => {
  it('is gone through once, however many rows ask for all of it', () => {
    const collection = new Counted();

    for (let row = 0; row < 3; row += 1) noteAll(collection);
    const asked = [1, 2, 3].map(() => [...collection]);

    expect(asked).toEqual(Array.from({ length: 3 }, () => ['first', 'second']));
    expect(collection.times).toBe(1);
  });

  it('is noted anew for a list that has changed', () => {
    const [before, after] = [new Counted(), new Counted()];

    noteAll(before);
    noteAll(after);

    expect([before.times, after.times]).toEqual([1, 1]);
  });
});
