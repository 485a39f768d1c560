import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import { Replay } from '../../routing/replay/replay.ts';
import type { ReplayReport } from '../../routing/replay/report.ts';
import type { Report } from '../report.ts';
import { openTable } from '../tables/table-operand.ts';
import type { Workplace } from '../workplace.ts';
import { readCalls, surveyCalls } from './recorded-calls.ts';

export type CallsReplay =
  | {
      readonly kind: 'replayed';
      readonly replayed: ReplayReport;
      readonly draftLabel: string;
      /** Of the table compared with, where there is one. */
      readonly againstLabel?: string;
    }
  | { readonly kind: 'failed'; readonly report: Report };

/**
 * Replays a file of recorded calls, with a table or two as they are typed. Both are opened for the time of the calls; without
 * `against` the calls are held against what was recorded.
 */
export async function replayCalls(
  path: string,
  { draft, against }: { readonly draft: string; readonly against?: string | undefined },
  workplace: Workplace,
): Promise<CallsReplay> {
  const survey = await surveyCalls(path, workplace);
  if (survey.kind === 'failed') return survey;
  const opened = await openTable(draft, workplace, survey.earliest);
  if (opened.kind === 'failed') return opened;
  const other = against === undefined ? undefined : await openTable(against, workplace, survey.earliest);
  if (other?.kind === 'failed') return other;

  const run = new Replay(
    indexTable(opened.given.table),
    other === undefined ? {} : { against: indexTable(other.given.table) },
  );
  const reading = await readCalls(path, workplace, (record, line) => run.add(record, line));
  if (reading.kind === 'failed') return reading;
  return {
    kind: 'replayed',
    replayed: run.report(),
    draftLabel: opened.given.label,
    ...(other === undefined ? {} : { againstLabel: other.given.label }),
  };
}
