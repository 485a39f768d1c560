import { useState, type ReactElement } from 'react';
import type { VersionAnswer } from '../../../../shared/contracts/tables-api.ts';
import { useVersions } from '../../data/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Moment } from '../../ui/moment.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import styles from '../review/review.module.css';
import { RollBackDialog } from './roll-back-dialog.tsx';
import { VersionChanges } from './version-changes.tsx';

/** All versions of a table: who made them, when, why, and what they changed. */
export function HistoryPart({ desk }: { readonly desk: DraftDesk }): ReactElement {
  const { data, error, isPending, refetch } = useVersions(desk.name);
  const [back, setBack] = useState<number>();
  if (isPending) return <Waiting words="Reading the history …" />;
  if (data === undefined) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const [current] = data.versions;
  if (current === undefined)
    return <Empty title="Nothing has been published yet">The draft is the first version once it is published.</Empty>;
  return (
    <>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      <ol className={styles['versions']} aria-label="Versions, newest first">
        {data.versions.map((version, at) => (
          <li key={version.version}>
            <Version
              table={desk.name}
              version={version}
              before={data.versions[at + 1]?.version}
              isCurrent={at === 0}
              {...(desk.mayEdit && at > 0 ? { onBack: () => setBack(version.version) } : {})}
            />
          </li>
        ))}
      </ol>
      {back !== undefined && (
        <RollBackDialog
          table={desk.name}
          to={back}
          current={current.version}
          hasDraft={desk.differs}
          onClose={() => setBack(undefined)}
        />
      )}
    </>
  );
}

interface VersionProps {
  readonly table: string;
  readonly version: VersionAnswer;
  /** The one before it, where the history goes back so far. */
  readonly before: number | undefined;
  readonly isCurrent: boolean;
  /** Absent: it cannot be put back in force. */
  readonly onBack?: () => void;
}

function Version({ table, version, before, isCurrent, onBack }: VersionProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { version: number, at, by, because, rollbackTo } = version;
  return (
    <article className={styles['version']} aria-label={`Version ${number}`}>
      <header>
        <strong>Version {number}</strong>
        {isCurrent && <Tag tone="good">in force</Tag>}
        {rollbackTo !== undefined && <Tag>as version {rollbackTo}</Tag>}
        <span className={styles['share']}>
          <Moment at={at} /> by {by}
        </span>
      </header>
      <p>{because}</p>
      <div className={styles['actions']}>
        <Button
          variant="quiet"
          onPress={() => setOpen(!isOpen)}
          aria-label={`${isOpen ? 'Hide what changed' : 'What changed'} in version ${number}`}
        >
          {isOpen ? 'Hide what changed' : 'What changed'}
        </Button>
        {onBack !== undefined && (
          <Button variant="quiet" onPress={onBack} aria-label={`Put in force again: version ${number}`}>
            Put in force again …
          </Button>
        )}
      </div>
      {isOpen && <VersionChanges table={table} version={number} before={before} />}
    </article>
  );
}
