import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';

/** Findings of the table's own file by the line they are in, from 1; those without a line are in none. */
export function findingsByLine(findings: readonly FindingAnswer[]): ReadonlyMap<number, readonly FindingAnswer[]> {
  const byLine = new Map<number, FindingAnswer[]>();
  for (const finding of findings) {
    if (finding.line === undefined || finding.file !== undefined) continue;
    const those = byLine.get(finding.line);
    if (those === undefined) byLine.set(finding.line, [finding]);
    else those.push(finding);
  }
  return byLine;
}

/** Where a line begins and ends in the text, without its line break. @param line From 1; beyond the text: its end. */
export function spanOfLine(text: string, line: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) return { start: text.length, end: text.length };
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

export function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
