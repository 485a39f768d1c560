import type { RecordedDecision } from '../../../shared/contracts/recorded-decision.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { readRecordedDecision } from '../../routing/replay/read-recorded-decision.ts';
import { failure, isFileError, unreadable, type Report } from '../report.ts';
import type { Workplace } from '../workplace.ts';

/** So many broken lines are named; who has more of them has another problem. */
const problemsNamed = 20;

export type CallsReading =
  { readonly kind: 'read'; readonly calls: number } | { readonly kind: 'failed'; readonly report: Report };

/**
 * Hands over the calls of a JSON Lines file, one by one, with their lines; empty lines do not count. All of the file or nothing:
 * when a line is broken, what was handed over is to be thrown away. `done` is what progress says of the calls.
 */
export async function readCalls(
  path: string,
  { files, progress }: Workplace,
  take: (record: RecordedDecision, line: number) => void,
  done = 'decided',
): Promise<CallsReading> {
  const problems: { line: number; message: string }[] = [];
  let line = 0;
  let calls = 0;
  try {
    for await (const text of files.lines(path)) {
      line += 1;
      if (text.trim() === '') continue;
      const reading = readRecordedDecision(text);
      if (reading.kind === 'problem') problems.push({ line, message: reading.problem });
      else take(reading.record, line);
      if (problems.length === problemsNamed) break;
      calls += 1;
      if (calls % 1000 === 0) progress.at(`${calls.toLocaleString('en')} calls ${done}`);
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    return { kind: 'failed', report: unreadable(path, error) };
  } finally {
    progress.done();
  }
  return problems.length === 0 ? { kind: 'read', calls } : { kind: 'failed', report: refused(path, problems) };
}

export type CallsSurvey =
  /** The earliest of them; without calls there is none. */
  | { readonly kind: 'surveyed'; readonly earliest: EpochMs | undefined }
  | { readonly kind: 'failed'; readonly report: Report };

/** Goes through a file of recorded decisions before anything is done with it. */
export async function surveyCalls(path: string, workplace: Workplace): Promise<CallsSurvey> {
  let earliest = Infinity;
  const take = ({ at }: RecordedDecision): void => {
    earliest = Math.min(earliest, Date.parse(at));
  };
  const reading = await readCalls(path, workplace, take, 'read');
  if (reading.kind === 'failed') return reading;
  return { kind: 'surveyed', earliest: earliest === Infinity ? undefined : epochMs(earliest) };
}

/** `calls-invalid`. */
function refused(path: string, problems: readonly { readonly line: number; readonly message: string }[]): Report {
  const count =
    problems.length === problemsNamed
      ? `${problemsNamed} lines or more are`
      : problems.length === 1
        ? '1 line is'
        : `${problems.length} lines are`;
  const verdict = `${path}: ${count} no recorded decision; none of the file was used`;
  return failure(1, 'calls-invalid', [verdict, ...problems.map(({ line, message }) => `${path}:${line} ${message}`)], {
    problems,
  });
}
