import { useMemo, type ReactElement } from 'react';
import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import { diffLines, type DiffLine } from './diff-lines.ts';
import styles from './text-changes.module.css';

/** More than anybody reads. */
const mostLines = 1000;

export interface TextChangesProps {
  /** Absent: there was nothing before. */
  readonly before?: TableSourceBody | undefined;
  readonly after: TableSourceBody;
}

/** What changed in the files of a table, line by line. */
export function TextChanges({ before, after }: TextChangesProps): ReactElement {
  const files = [
    { name: after.table.name, before: before?.table.text ?? '', after: after.table.text },
    {
      name: after.branches?.name ?? before?.branches?.name ?? '',
      before: before?.branches?.text ?? '',
      after: after.branches?.text ?? '',
    },
  ].filter((file) => file.before !== file.after);
  if (files.length === 0) return <p>The files say the same, letter by letter.</p>;
  return (
    <>
      {files.map((file) => (
        <FileChanges key={file.name} {...file} />
      ))}
    </>
  );
}

interface FileChangesProps {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function FileChanges({ name, before, after }: FileChangesProps): ReactElement {
  const lines = useMemo(() => diffLines(before, after), [before, after]);
  const more = lines.length - mostLines;
  return (
    <figure className={styles['file']}>
      <figcaption>{name}</figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it */}
      <div className={styles['lines']} role="group" aria-label={`Changed lines of ${name}`} tabIndex={0}>
        {lines.slice(0, mostLines).map((line) => (
          <Line key={`${line.kind} ${line.line}`} line={line} />
        ))}
      </div>
      {more > 0 && <p>{more.toLocaleString()} more lines are not shown.</p>}
    </figure>
  );
}

const marks = { same: ' ', removed: '−', added: '+' } as const;
const spoken = { same: '', removed: 'removed: ', added: 'added: ' } as const;

function Line({ line }: { readonly line: DiffLine }): ReactElement {
  if (line.kind === 'skipped')
    return <div className={styles['skipped']}>{line.count.toLocaleString()} lines as before</div>;
  return (
    <div className={styles['line']} data-kind={line.kind}>
      <span className={styles['number']} aria-hidden>
        {line.line}
      </span>
      <span aria-hidden>{marks[line.kind]}</span>
      <code>
        <span className={styles['spoken']}>{spoken[line.kind]}</span>
        {line.text}
      </code>
    </div>
  );
}
