import { Suspense, useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useTables } from '../../data/tables.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { lateComponent } from '../../ui/late-component.ts';
import { Ago } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from '../forms/forms.module.css';

const NewTableDialog = lateComponent(() =>
  import('./new-table-dialog.tsx').then(({ NewTableDialog: dialog }) => dialog),
);

/** Which table? */
export function TableChooser(): ReactElement {
  const session = useSession();
  const tables = useTables();
  const [isAdding, setAdding] = useState(false);
  const mayWrite = session.can('tables/write');
  return (
    <Page
      title="Routing"
      actions={
        mayWrite && (
          <Button variant="primary" onPress={() => setAdding(true)}>
            New table
          </Button>
        )
      }
    >
      {tables.isPending && <Waiting words="Reading the tables …" />}
      {tables.isError && <ProblemNotice problem={tables.error} onRetry={() => void tables.refetch()} />}
      {tables.data?.tables.length === 0 && (
        <Empty title="No tables yet">
          A table says where calls go. Begin with a small one that works as it stands.
        </Empty>
      )}
      {tables.data !== undefined && tables.data.tables.length > 0 && (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">In force</th>
              <th scope="col">Draft</th>
            </tr>
          </thead>
          <tbody>
            {tables.data.tables.map(({ name, current, draft }) => (
              <tr key={name}>
                <th scope="row">
                  <Link href={`/routing/${name}`}>{name}</Link>
                </th>
                <td>
                  {current === undefined ? (
                    <Tag>not published yet</Tag>
                  ) : (
                    <>
                      version {current.version}, <Ago at={current.at} />: {current.because}
                    </>
                  )}
                </td>
                <td>
                  {draft === undefined ? (
                    'none'
                  ) : (
                    <>
                      by {draft.by === session.userId ? 'you' : draft.by}, <Ago at={draft.at} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isAdding && (
        <Suspense fallback={null}>
          <NewTableDialog taken={tables.data?.tables.map(({ name }) => name) ?? []} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  );
}
