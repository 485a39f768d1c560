import { findCycles, formatCycle } from '../../../../../console/routing/compile/schedule/cycles.ts';

function cyclesOf(graph: Readonly<Record<string, readonly string[]>>): readonly (readonly string[])[] {
  return findCycles(Object.keys(graph), (id) => graph[id] ?? []);
}

describe('ids that lead to one another', () => {
  it.each<{ case: string; graph: Record<string, string[]>; cycles: string[][] }>([
    { case: 'none in a chain', graph: { a: ['b'], b: ['c'], c: [] }, cycles: [] },
    { case: 'none where two ways meet', graph: { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, cycles: [] },
    { case: 'none behind an id that there is not', graph: { a: ['x'] }, cycles: [] },
    { case: 'an id that leads to itself', graph: { a: ['a'] }, cycles: [['a']] },
    { case: 'a cycle without what leads into it', graph: { a: ['b'], b: ['c'], c: ['b'] }, cycles: [['b', 'c']] },
    {
      case: 'two apart',
      graph: { a: ['b'], b: ['a'], c: ['d'], d: ['c'] },
      cycles: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { case: 'one beneath another', graph: { a: ['b', 'a'], b: ['c'], c: ['b'] }, cycles: [['b', 'c'], ['a']] },
    { case: 'one of two that share ids', graph: { a: ['b'], b: ['c', 'a'], c: ['a'] }, cycles: [['a', 'b', 'c']] },
  ])('have $case', ({ graph, cycles }) => {
    expect(cyclesOf(graph)).toEqual(cycles);
  });

  it('may be a hundred thousand in one chain', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `s${index}`);
    const next = new Map(ids.map((id, index) => [id, ids.slice(index + 1, index + 2)]));

    expect(findCycles(ids, (id) => next.get(id) ?? [])).toEqual([]);
  });

  it('may all lead back to the first: that is one cycle', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `s${index}`);
    const next = new Map(ids.map((id, index) => [id, [...ids.slice(index + 1, index + 2), 's0']]));

    expect(findCycles(ids, (id) => next.get(id) ?? [])).toEqual([ids]);
  });
});

describe('a cycle in words', () => {
  it('ends where it began', () => {
    expect(formatCycle(['a', 'b'])).toBe('a → b → a');
  });

  it('is cut short where it is long', () => {
    const ids = Array.from({ length: 1_012 }, (_, index) => String(index));

    expect(formatCycle(ids)).toBe('0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → 1,002 more → 0');
  });
});
