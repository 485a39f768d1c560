import { recordedDecisionSchema, type RecordedDecision } from '../../../shared/contracts/recorded-decision.ts';
import { describePath } from '../findings.ts';

export type RecordReading =
  | { readonly kind: 'record'; readonly record: RecordedDecision }
  /** What is wrong with the line; never what it says about the caller. */
  | { readonly kind: 'problem'; readonly problem: string };

/** Reads a line of a file of recorded decisions. */
export function readRecordedDecision(line: string): RecordReading {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    return { kind: 'problem', problem: 'is not JSON: each line must be one whole recorded decision' };
  }
  const read = recordedDecisionSchema.safeParse(content);
  if (read.success) return { kind: 'record', record: read.data };
  const problems = read.error.issues.map(
    ({ path, message }) =>
      `${describePath(path.map((step) => (typeof step === 'symbol' ? String(step) : step)))} ${message}`,
  );
  return { kind: 'problem', problem: problems.map((problem) => problem.trim()).join('; ') };
}
