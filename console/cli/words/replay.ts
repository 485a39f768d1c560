import type { ReplayChange, ReplayCount, ReplayExample, ReplayReport } from '../../routing/replay/report.ts';

interface Labels {
  readonly draft: string;
  readonly before: string;
  readonly file: string;
}

/** What would have been different, the largest part first. */
export function describeReplay(report: ReplayReport, { draft, before, file }: Labels): string[] {
  const { calls, unchanged, changed, changes, newlyDefault, newlyNobody, rulesNeverUsed } = report;
  if (calls === 0) return [`${file} has no calls`];
  return [
    `${draft}, held against ${before}: ${portion(changed, calls)} of ${counted(calls)} would change, ${number(unchanged)} would not`,
    ...changes.flatMap((change) => describeChange(change, calls, file)),
    ...describeCount('newly taken by the default', newlyDefault, file),
    ...describeCount('newly without anybody to try', newlyNobody, file),
    ...(rulesNeverUsed.length === 0 ? [] : [`never used by these calls: ${rulesNeverUsed.join(', ')}`]),
  ];
}

function describeChange({ from, to, calls, examples }: ReplayChange, all: number, file: string): string[] {
  const rules = from === to ? `${from}, ${manner(examples)}` : `from ${from} to ${to}`;
  return [
    `  ${portion(calls, all)}: ${rules}`,
    ...examples
      .slice(0, 1)
      .map(({ line, before, after }) => `    ${file}:${line} ${wordsFor(before)} → ${wordsFor(after)}`),
  ];
}

/** The same destinations may ring for longer, or their callers be granted something else. */
function manner(examples: readonly ReplayExample[]): string {
  const isElsewhere = examples.some(({ before, after }) => before.join() !== after.join());
  return isElsewhere ? 'other destinations' : 'the same destinations in another way';
}

function wordsFor(destinations: readonly string[]): string {
  return destinations.length === 0 ? 'nobody' : destinations.join(', ');
}

function describeCount(what: string, { calls, lines }: ReplayCount, file: string): string[] {
  return calls === 0
    ? []
    : [
        `${counted(calls)} ${what}: ${lines.map((line) => `${file}:${line}`).join(', ')}${calls > lines.length ? ' …' : ''}`,
      ];
}

function counted(calls: number): string {
  return `${number(calls)} ${calls === 1 ? 'call' : 'calls'}`;
}

/** "317 (0.3 %)"; what is not nothing is never shown as 0.0 %. */
export function portion(part: number, whole: number): string {
  if (part === 0 || whole === 0) return number(part);
  const percent = (part / whole) * 100;
  return `${number(part)} (${percent < 0.1 ? '< 0.1' : percent.toFixed(1)} %)`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
