import type { Path } from '../../workbench/table-edit.ts';

/** Of a finding: "rules[0].when.reason[1]". Keys of a table have no dots or brackets, but for attribute names, which may have dots. */
export function pathOfFinding(path: string): Path {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}
