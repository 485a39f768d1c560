import type { ReactElement } from 'react';
import { Link, Redirect, useParams } from 'wouter';
import { useSimulatedTables } from '../data/simulation.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Simulator } from './simulator.tsx';

/** Tries a table with a caller: where the call goes, why, and what is heard. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function SimulatorPage(): ReactElement {
  const { table } = useParams<{ readonly table?: string }>();
  const tables = useSimulatedTables();
  if (table !== undefined) {
    const names = tables.data?.tables.map(({ name }) => name) ?? [];
    return <Simulator key={table} table={table} tables={names} />;
  }
  const [first] = tables.data?.tables ?? [];
  if (first !== undefined) return <Redirect to={`/simulator/${encodeURIComponent(first.name)}`} replace />;
  return (
    <Page title="Simulator">
      {tables.isPending && <Waiting words="Loading tables" />}
      {tables.isError && <ProblemNotice problem={tables.error} onRetry={() => void tables.refetch()} />}
      {tables.isSuccess && (
        <Empty title="There is no routing table yet">
          Callers are tried with a table: <Link href="/routing">make one first</Link>.
        </Empty>
      )}
    </Page>
  );
}
