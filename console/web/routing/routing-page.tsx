import { type ReactElement } from 'react';
import { useParams } from 'wouter';
import { lateComponent } from '../ui/late-component.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Page } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useDraftDesk } from '../workbench/use-draft-desk.tsx';
import { isPart } from './findings/places.ts';
import { Unfinished } from './forms/unfinished.tsx';
import { TableWorkplace } from './table-workplace.tsx';

const TableChooser = lateComponent(() =>
  import('./chooser/table-chooser.tsx').then(({ TableChooser: chooser }) => chooser),
);

/** Where operators change where calls go. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function RoutingPage(): ReactElement {
  const { table, part } = useParams<{ table?: string; part?: string }>();
  return table === undefined ? <TableChooser /> : <OneTable key={table} table={table} part={part} />;
}

function OneTable({ table, part }: { readonly table: string; readonly part: string | undefined }): ReactElement {
  const state = useDraftDesk(table);
  if (state.kind === 'ready')
    return (
      <Unfinished table={table}>
        <TableWorkplace desk={state.desk} part={isPart(part) ? part : 'rules'} />
      </Unfinished>
    );
  return (
    <Page title={table} wide>
      {state.kind === 'loading' ? (
        <Waiting words={`Opening ${table} …`} />
      ) : (
        <ProblemNotice problem={state.problem} onRetry={state.retry} />
      )}
    </Page>
  );
}
