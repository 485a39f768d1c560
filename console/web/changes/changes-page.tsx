import { useState, type ReactElement } from 'react';
import { useChanges } from '../data/use-changes.ts';
import { changeKinds } from '../../../shared/domain/change.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { changeWords, matching, type ChangeFilter } from './change-words.ts';
import styles from './changes-page.module.css';
import { ChangesTable } from './changes-table.tsx';

const kinds = [{ id: 'all', name: 'Everything' }, ...changeKinds.map((id) => ({ id, name: changeWords[id] }))] as const;

/** Who changed routing, told calls something, or looked at a caller: when and why. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function ChangesPage(): ReactElement {
  const query = useChanges();
  const [filter, setFilter] = useState<ChangeFilter>({ kind: 'all', text: '' });
  const loaded = query.data?.pages.flatMap(({ changes }) => changes) ?? [];
  const shown = matching(loaded, filter);
  const more = (
    <Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
      Show older changes
    </Button>
  );
  return (
    <Page title="Changes" actions={<Button onPress={() => void query.refetch()}>Refresh</Button>}>
      <div className={styles['filters']}>
        <Select label="What" items={kinds} selected={filter.kind} onSelect={(kind) => setFilter({ ...filter, kind })} />
        <TextField
          label="Who, where or why"
          type="search"
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
        />
      </div>
      {query.isError && <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting words="Loading changes" />}
      {query.isSuccess && (
        <>
          <p role="status" className={styles['count']}>
            {shown.length} of {loaded.length} loaded changes
          </p>
          {shown.length === 0 ? (
            <Empty title={loaded.length === 0 ? 'Nothing has been changed yet' : 'No loaded change matches'}>
              {query.hasNextPage ? 'There are older ones.' : ''}
            </Empty>
          ) : (
            <ChangesTable changes={shown} />
          )}
          {query.hasNextPage && <div>{more}</div>}
        </>
      )}
    </Page>
  );
}
