import * as fc from 'fast-check';
import { editsBetween } from '../../../../../console/web/routing/forms/edits-between.ts';
import type { Json, TableEdit } from '../../../../../console/web/workbench/table-edit.ts';

describe('changes between what a form had and what it has', () => {
  it('touch nothing that stays the same', () => {
    const before = { id: 'cards', when: { reason: ['card'] }, attempts: [{ contactCenter: 'support', timeout: 20 }] };
    const after = { ...before, attempts: [{ contactCenter: 'support', timeout: 30 }] };

    const edits = editsBetween(['rules', 3], before, after);

    expect(edits).toEqual([{ op: 'set', path: ['rules', 3, 'attempts', 0, 'timeout'], value: 30 }]);
  });

  it('insert, remove and move items of a list where that is all', () => {
    const [a, b, c] = [{ contactCenter: 'a' }, { contactCenter: 'b' }, { contactCenter: 'c' }];

    expect(editsBetween(['x'], [a, c], [a, b, c])).toEqual([{ op: 'insert', path: ['x'], at: 1, value: b }]);
    expect(editsBetween(['x'], [a, b, c], [a, c])).toEqual([{ op: 'remove', path: ['x', 1] }]);
    expect(editsBetween(['x'], [a, b, c], [c, a, b])).toEqual([{ op: 'move', path: ['x'], from: 2, to: 0 }]);
  });

  it('rename a key whose value stays, in its place', () => {
    const edits = editsBetween(['when', 'attribute'], { tier: ['gold'], vip: 'yes' }, { level: ['gold'], vip: 'yes' });

    expect(edits).toEqual([{ op: 'rename', path: ['when', 'attribute'], from: 'tier', to: 'level' }]);
  });

  it('make the one of the other, whatever both are', () => {
    const json = fc.letrec<{ value: Json; list: Json; map: Json; leaf: Json }>((tie) => ({
      leaf: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b'), fc.boolean()),
      list: fc.array(tie('value'), { maxLength: 4 }),
      map: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      value: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('list'), tie('map')),
    })).value;

    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(applied({ part: before }, editsBetween(['part'], before, after))).toEqual({ part: after });
      }),
      { numRuns: 500 },
    );
  });
});

function applied(root: Json, edits: readonly TableEdit[]): Json {
  const copy = structuredClone<Json>(root);
  for (const edit of edits) apply(copy, edit);
  return copy;
}

type Container = Record<string | number, unknown>;

function apply(root: Json, edit: TableEdit): void {
  if (edit.op === 'text' || edit.op === 'branches') throw new Error('not of a form');
  const parent = edit.path.slice(0, -1).reduce((node: unknown, step) => (node as Container)[step], root) as Container;
  const last = edit.path.at(-1)!;
  const list = parent[last] as unknown[];
  if (edit.op === 'set') parent[last] = structuredClone(edit.value);
  else if (edit.op === 'insert') list.splice(edit.at, 0, structuredClone(edit.value));
  else if (edit.op === 'move') list.splice(edit.to, 0, ...list.splice(edit.from, 1));
  else if (edit.op === 'rename') {
    parent[last] = Object.fromEntries(
      Object.entries(parent[last] as Container).map(([key, value]) => [key === edit.from ? edit.to : key, value]),
    );
  } else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
}
