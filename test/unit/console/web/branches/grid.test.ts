import { movedPosition } from '../../../../../console/web/routing/branches/grid/grid-position.ts';
import {
  stillThere,
  toggled,
  toggledAll,
  withRange,
} from '../../../../../console/web/routing/branches/grid/selection.ts';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

describe('Keys in the grid', () => {
  const size = { rows: 100, columns: 9, page: 10 };
  const at = { row: 5, column: 3 };

  it.each([
    ['ArrowUp', false, { row: 4, column: 3 }],
    ['ArrowDown', false, { row: 6, column: 3 }],
    ['ArrowLeft', false, { row: 5, column: 2 }],
    ['ArrowRight', false, { row: 5, column: 4 }],
    ['PageUp', false, { row: 0, column: 3 }],
    ['PageDown', false, { row: 15, column: 3 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', false, { row: 5, column: 8 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 8 }],
    ['x', false, undefined],
  ])('%s (with Ctrl: %s) leads to %j', (key, isCommand, to) => {
    expect(movedPosition(at, { key, isCommand }, size)).toEqual(to);
  });

  it('lead to the header and not beyond', () => {
    const up = { key: 'ArrowUp', isCommand: false };

    expect(movedPosition({ row: 0, column: 0 }, up, size)).toEqual({ row: -1, column: 0 });
    expect(movedPosition({ row: -1, column: 0 }, up, size)).toEqual({ row: -1, column: 0 });
    expect(movedPosition({ row: -1, column: 0 }, { key: 'ArrowDown', isCommand: false }, { ...size, rows: 0 })).toEqual(
      {
        row: -1,
        column: 0,
      },
    );
  });
});

describe('Selected branches', () => {
  it('are one more, or one less', () => {
    expect(toggled(new Set(['a']), 'b')).toEqual(new Set(['a', 'b']));
    expect(toggled(new Set(['a', 'b']), 'a')).toEqual(new Set(['b']));
  });

  it('are a range, upwards too', () => {
    expect(withRange(new Set(['a']), rows, 3, 2)).toEqual(new Set(['a', 'c', 'd']));
  });

  it('are all that are shown, then none of them; hidden ones stay', () => {
    const all = toggledAll(new Set(['hidden', 'a']), rows);

    expect(all).toEqual(new Set(['hidden', 'a', 'b', 'c', 'd']));
    expect(toggledAll(all, rows)).toEqual(new Set(['hidden']));
  });

  it('are those that are still there', () => {
    const chosen = new Set(['a', 'b']);

    expect(stillThere(chosen, new Map([['a', 1]]))).toEqual(new Set(['a']));
    expect(stillThere(chosen, new Map(Object.entries({ a: 1, b: 2, c: 3 })))).toBe(chosen);
  });
});
