import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { DraftDesk } from '../workbench/draft-desk.ts';
import { FindingLines } from './findings/finding-line.tsx';
import styles from './forms/forms.module.css';

const mostShown = 20;

/** The text breaks the schema: it can only be put right as text, or taken back. */
export function UnreadableNotice({ desk }: { readonly desk: DraftDesk }): ReactElement {
  const errors = desk.findings.filter(({ severity }) => severity === 'error').slice(0, mostShown);
  return (
    <div className={styles['section']}>
      <NoTableNotice desk={desk}>
        Put it right in the <Link href={`/routing/${encodeURIComponent(desk.name)}/text`}>text</Link>
        {desk.undoable === undefined ? '' : ', or undo what was changed last'}: until then there is nothing to show
        here.
      </NoTableNotice>
      <FindingLines table={desk.name} findings={errors} />
    </div>
  );
}

/** The same with the way back, and other words. */
export function NoTableNotice({
  desk,
  children,
}: {
  readonly desk: DraftDesk;
  readonly children: ReactNode;
}): ReactElement {
  const { undoable, mayEdit } = desk;
  return (
    <Notice
      tone="error"
      title="The text of the table cannot be read as a table"
      actions={
        mayEdit && undoable !== undefined ? <Button onPress={() => desk.undo()}>Undo: {undoable}</Button> : undefined
      }
    >
      {children}
    </Notice>
  );
}
