import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useCallsBetween } from '../data/calls.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { CallsTable } from './calls-table.tsx';
import styles from './calls-page.module.css';
import { choicesOf, sought, spanOf, type CallSearch } from './search.ts';
import { SearchFields } from './search-fields.tsx';

export interface SearchPartProps {
  readonly search: CallSearch;
  readonly onSearch: (search: CallSearch) => void;
}

/** Calls of some time, found by what came of them. */
export function SearchPart({ search, onSearch }: SearchPartProps): ReactElement {
  const [asked] = useState(() => Date.now());
  const span = spanOf(search, asked);
  const isOpen = search.preset !== 'own' && search.until === undefined;
  // Whoever comes back from a call, or is sent the address, finds the same list.
  useEffect(() => {
    if (isOpen) onSearch({ ...search, until: new Date().toISOString() });
  }, [isOpen, search, onSearch]);
  if (isOpen) return <Waiting words="Loading calls" />;
  return (
    <section className={styles['part']} aria-label="Find calls">
      {span === undefined ? (
        <>
          <SearchFields search={search} onSearch={onSearch} choices={choicesOf([], search)} />
          <Empty title="From when to when?">Give both times, 31 days apart at most.</Empty>
        </>
      ) : (
        <Found
          search={search}
          onSearch={onSearch}
          span={span}
          onRefresh={() => onSearch({ ...search, until: new Date().toISOString() })}
        />
      )}
    </section>
  );
}

interface FoundProps extends SearchPartProps {
  readonly span: NonNullable<ReturnType<typeof spanOf>>;
  readonly onRefresh: () => void;
}

function Found({ search, onSearch, span, onRefresh }: FoundProps): ReactElement {
  const query = useCallsBetween(span);
  const loaded = useMemo(() => query.data?.pages.flatMap(({ calls }) => calls) ?? [], [query.data]);
  const found = sought(loaded, search);
  return (
    <>
      <SearchFields search={search} onSearch={onSearch} choices={choicesOf(loaded, search)} />
      {query.isError && <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting words="Loading calls" />}
      {query.isSuccess && (
        <>
          <div className={styles['state']}>
            <span role="status" className={styles['soft']}>
              {foundWords(found.length, loaded.length, query.hasNextPage)}
            </span>
            {search.preset !== 'own' && (
              <Button variant="quiet" onPress={onRefresh}>
                Up to now
              </Button>
            )}
          </div>
          {found.length === 0 ? (
            <Empty title={loaded.length === 0 ? 'No call began in this time' : 'None of the loaded calls fits'}>
              {query.hasNextPage ? 'There are older ones: load them, too.' : 'Look at a longer time, or seek less.'}
            </Empty>
          ) : (
            <CallsTable label="Calls found, latest first" calls={found} now={Date.parse(span.to ?? '')} isOfDays />
          )}
          {query.hasNextPage && (
            <div>
              <Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
                Load older calls
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function foundWords(found: number, loaded: number, isMore: boolean): string {
  const all = isMore ? `${loaded} loaded calls; there are older ones` : `${loaded} calls, which is all of this time`;
  return found === loaded ? all : `${found} of ${all}`;
}
