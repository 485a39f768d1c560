import type { TableEdit } from '../../workbench/table-edit.ts';
import { asJson, type Rule } from '../table-parts.ts';

/** What an operator does to the list of rules: the changes, and words for what may be undone. */
export interface RuleEdit {
  readonly edits: readonly TableEdit[];
  readonly words: string;
}

const longestId = 32;

/** "lost-cards-2": an id like this one that nothing has yet. */
export function freeId(like: string, taken: readonly string[]): string {
  const known = new Set(taken);
  if (!known.has(like)) return like;
  const stem = like.replace(/-\d+$/, '');
  for (let number = 2; ; number += 1) {
    const id = `${stem.slice(0, longestId - 1 - String(number).length)}-${number}`;
    if (!known.has(id)) return id;
  }
}

/** A rule that fits everybody and tries whom the default tries: it breaks nothing while it is being filled in. */
export function added(rules: readonly Rule[], at: number, attempts: Rule['attempts']): RuleEdit {
  const id = freeId('new-rule', idsOf(rules));
  return { edits: [{ op: 'insert', path: ['rules'], at, value: asJson({ id, attempts }) }], words: `added ${id}` };
}

/** The copy comes right behind. */
export function duplicated(rules: readonly Rule[], index: number): RuleEdit | undefined {
  const rule = rules[index];
  if (rule === undefined) return undefined;
  const id = freeId(rule.id, idsOf(rules));
  return {
    edits: [{ op: 'insert', path: ['rules'], at: index + 1, value: asJson({ ...rule, id }) }],
    words: `duplicated ${rule.id}`,
  };
}

export function removed(rules: readonly Rule[], index: number): RuleEdit | undefined {
  const rule = rules[index];
  return rule && { edits: [{ op: 'remove', path: ['rules', index] }], words: `deleted ${rule.id}` };
}

/** `to`: the index that it has afterwards. Nothing to do where it stays, or where the list ends. */
export function movedTo(rules: readonly Rule[], from: number, to: number): RuleEdit | undefined {
  const rule = rules[from];
  if (rule === undefined || to === from || to < 0 || to >= rules.length) return undefined;
  return {
    edits: [{ op: 'move', path: ['rules'], from, to }],
    words: `moved ${rule.id} ${to < from ? 'up' : 'down'}`,
  };
}

/** Where a rule comes to lie that is dropped before or behind another. */
export function indexAfterDrop(from: number, target: number, position: 'before' | 'after'): number {
  const gap = position === 'before' ? target : target + 1;
  return gap > from ? gap - 1 : gap;
}

function idsOf(rules: readonly Rule[]): readonly string[] {
  return rules.map(({ id }) => id);
}
