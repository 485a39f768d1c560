import type { ReactElement } from 'react';
import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { assertNever } from '../../../../../shared/domain/assert-never.ts';
import type { Merge } from '../../../../routing/branch-file/merge-branches.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { branchesWords } from '../bulk/bulk-change.ts';
import { changedFields } from './changed-fields.ts';
import styles from './paste-dialog.module.css';
import { problemWords } from './reading.ts';
import type { ReadingState } from './use-reading.ts';

const mostShown = 100;

/** What would become of the branches, before it does. */
export function MergePreview({
  reading,
  merge,
  present,
}: {
  readonly reading: ReadingState;
  readonly merge: Merge | undefined;
  readonly present: ReadonlyMap<string, FileBranch>;
}): ReactElement {
  return (
    <div role="status" className={styles['preview']}>
      <Preview reading={reading} merge={merge} present={present} />
    </div>
  );
}

function Preview({ reading, merge, present }: Parameters<typeof MergePreview>[0]): ReactElement | null {
  switch (reading.kind) {
    case 'empty':
      return null;
    case 'reading':
      return <Waiting words="Reading" />;
    case 'failed':
      return (
        <Notice tone="error" title="It could not be read">
          The browser gave up on it. Reload the page and try again; if it is very large, import it in parts.
        </Notice>
      );
    case 'invalid':
      return (
        <Notice tone="error" title="Nothing is taken of it until this is right">
          <ul className={styles['problems']}>
            {reading.findings.map((finding) => (
              <li key={`${finding.line} ${finding.path} ${finding.code} ${finding.message}`}>
                {problemWords(finding)}
              </li>
            ))}
          </ul>
        </Notice>
      );
    case 'read':
      return merge === undefined ? null : <Changes merge={merge} present={present} />;
    default:
      return assertNever(reading);
  }
}

function Changes({
  merge,
  present,
}: {
  readonly merge: Merge;
  readonly present: ReadonlyMap<string, FileBranch>;
}): ReactElement {
  const { added, changed, removed, unchanged, branches } = merge;
  const lines = [
    ...removed.map((id) => ({ id, tone: 'error', what: 'removed', words: present.get(id)?.name }) as const),
    ...changed.map(
      (id) => ({ id, tone: 'info', what: 'changed', words: fieldsWords(present.get(id), branches.get(id)) }) as const,
    ),
    ...added.map((id) => ({ id, tone: 'good', what: 'added', words: branches.get(id)?.name }) as const),
  ];
  const counts = [
    `${added.length.toLocaleString()} added`,
    `${changed.length.toLocaleString()} changed`,
    `${removed.length.toLocaleString()} removed`,
  ];
  return (
    <>
      <p>
        {branchesWords(added.length + changed.length + unchanged)} read: {counts.join(', ')},{' '}
        {unchanged.toLocaleString()} as before.
      </p>
      <ul className={styles['changes']}>
        {lines.slice(0, mostShown).map(({ id, tone, what, words }) => (
          <li key={id}>
            <Tag tone={tone}>{what}</Tag> <code>{id}</code> {words}
          </li>
        ))}
      </ul>
      {lines.length > mostShown && <p>And {(lines.length - mostShown).toLocaleString()} more.</p>}
    </>
  );
}

function fieldsWords(before: FileBranch | undefined, after: FileBranch | undefined): string {
  return before === undefined || after === undefined ? '' : changedFields(before, after).join('; ');
}
