/** A line of two texts: of the old one, the new one, or both. `skipped`: so many lines that are the same in both. */
export type DiffLine =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string; readonly line: number }
  | { readonly kind: 'skipped'; readonly count: number; readonly line: number };

/** Around each change. */
const context = 3;
/** Of changed lines on both sides: what is more is shown as removed and added as a whole. */
const mostCells = 4_000_000;

/** What changed from one text to the other, line by line, with a few lines around it. `line` counts from 1, of the new text where it is there. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let front = 0;
  while (front < a.length && front < b.length && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const lines: DiffLine[] = [
    ...b.slice(0, front).map((text, at) => ({ kind: 'same', text, line: at + 1 }) as const),
    ...middle(a.slice(front, a.length - back), b.slice(front, b.length - back), front),
    ...b.slice(b.length - back).map((text, at) => ({ kind: 'same', text, line: b.length - back + at + 1 }) as const),
  ];
  return folded(lines);
}

/** By the longest common subsequence, computed from the end. */
function middle(a: readonly string[], b: readonly string[], offset: number): readonly DiffLine[] {
  const removed = (at: number): DiffLine => ({ kind: 'removed', text: a[at] ?? '', line: offset + at + 1 });
  const added = (at: number): DiffLine => ({ kind: 'added', text: b[at] ?? '', line: offset + at + 1 });
  if (a.length * b.length > mostCells) return [...a.map((_, at) => removed(at)), ...b.map((_, at) => added(at))];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: b[j] ?? '', line: offset + j + 1 });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) lines.push(removed(i++));
    else lines.push(added(j++));
  }
  return lines;
}

function folded(lines: readonly DiffLine[]): readonly DiffLine[] {
  const isNear = new Uint8Array(lines.length);
  for (const [at, { kind }] of lines.entries())
    if (kind !== 'same') isNear.fill(1, Math.max(0, at - context), at + context + 1);
  const kept: DiffLine[] = [];
  let count = 0;
  for (const [at, line] of lines.entries()) {
    if (isNear[at] !== 1) {
      count += 1;
      continue;
    }
    if (count > 0) kept.push({ kind: 'skipped', count, line: line.line - count });
    count = 0;
    kept.push(line);
  }
  if (count > 0 && kept.length > 0) kept.push({ kind: 'skipped', count, line: (lines.at(-1)?.line ?? 0) - count + 1 });
  return kept;
}
