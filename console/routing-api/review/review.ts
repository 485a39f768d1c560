import type { ReviewResponse } from '../../../shared/contracts/tables-api.ts';
import { hasCode } from '../../../shared/errors.ts';
import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import type { TableSource } from '../../../shared/ports/routing-table-store.ts';
import { compileTexts } from '../../routing/compile-texts.ts';
import { diffTables, type TableDiff } from '../../routing/diff/diff-tables.ts';
import { callsOfTime } from '../calls-of-time.ts';
import type { RoutingServices } from '../routing-services.ts';
import { changeAnswers } from './change-answers.ts';
import { changedBranches } from './changed-branches.ts';
import { noCalls, replayed } from './last-week.ts';
import { pastTable, type PastTable } from './rule-taken.ts';

const weekMs = 7 * 24 * 60 * 60 * 1000;
const callsAtMost = 2000;
/** The function is ended after 28 s: then it says what it has seen by then. */
const looksForMs = 20_000;

export interface Draft {
  readonly name: string;
  readonly source: TableSource;
  readonly table: RoutingTable;
  /** When whoever asks began to wait. */
  readonly now: EpochMs;
}

type Services = Pick<RoutingServices, 'tables' | 'callRecords' | 'clock' | 'log'>;
type Reviewed = Omit<ReviewResponse, 'findings'>;

/** What the draft would change against the table in force, for anybody, and for the calls of last week. */
export async function review(draft: Draft, services: Services): Promise<Reviewed> {
  const { name, table, now } = draft;
  const { tables } = services;
  const against = await tables.currentVersion(name);
  const [published, source] =
    against === 0 ? [] : await Promise.all([tables.load(name, against), tables.source(name, against)]);
  if (published === undefined) return { against: 0, changes: [], isComplete: true, lastWeek: noCalls };

  // Compiled once more: both tables are to know their opening hours for the same time.
  const inForce = (source && compiledFrom(source, now)) ?? published.table;
  const diff = diffTables(inForce, table, { now });
  const lastWeek = await replayLastWeek(draft, { source, table: inForce, diff }, services);
  return { against, changes: changeAnswers(diff, lastWeek), isComplete: diff.isComplete, lastWeek };
}

interface InForce {
  readonly source: TableSource | undefined;
  readonly table: RoutingTable;
  /** Of the draft against it. */
  readonly diff: TableDiff;
}

async function replayLastWeek(
  { name, source, table, now }: Draft,
  inForce: InForce,
  { tables, callRecords, clock, log }: Services,
): Promise<ReviewResponse['lastWeek']> {
  const until = epochMs(now + looksForMs);
  const from = epochMs(Math.max(0, now - weekMs));
  if (callRecords === undefined || clock.now() >= until) return { ...noCalls, more: callRecords !== undefined };
  const { calls, more } = await callsOfTime({ from, to: now, atMost: callsAtMost, until }, { callRecords, clock });
  if (calls.length === 0) return noCalls;

  const versions = new Map<number, Promise<PastTable | undefined>>();
  const load = async (version: number): Promise<PastTable | undefined> => {
    try {
      const published = await tables.load(name, version);
      return published === undefined ? undefined : pastTable(indexTable(published.table));
    } catch (error) {
      if (!hasCode(error, 'record-corrupt') && !hasCode(error, 'table-format-unknown')) throw error;
      log.error('table-version-unreadable', error, { tableVersion: version });
      return undefined;
    }
  };
  const seen = await replayed(calls, {
    // A compiled table is closed before the day that it was compiled on.
    inForce: pastTable(indexTable((inForce.source && compiledFrom(inForce.source, from)) ?? inForce.table)),
    draft: pastTable(indexTable(compiledFrom(source, from) ?? table)),
    findsChanged: changedBranches(inForce.diff, [inForce.table, table]),
    version(version) {
      const loading = versions.get(version) ?? load(version);
      versions.set(version, loading);
      return loading;
    },
    isTimeOver: () => clock.now() >= until,
  });
  return { ...seen, more: more || seen.more };
}

/** Undefined for files that this release finds errors in. */
function compiledFrom(source: TableSource, now: EpochMs): RoutingTable | undefined {
  const compilation = compileTexts(source, { now });
  return compilation.kind === 'compiled' ? compilation.table : undefined;
}
