import type { ReactElement, ReactNode } from 'react';
import { assertNever } from '../../../../../shared/domain/assert-never.ts';
import { Icon } from '../../../ui/icon.tsx';
import { fieldText } from '../branch-fields.ts';
import type { BranchRow } from '../branch-row.ts';
import type { GridColumn } from './columns.ts';
import styles from './branch-grid.module.css';

/** What stands in a cell. */
export function BranchCell({
  row: { id, branch, findings, place },
  column,
  isChosen,
}: {
  readonly row: BranchRow;
  readonly column: GridColumn['id'];
  readonly isChosen: boolean;
}): ReactNode {
  switch (column) {
    case 'chosen':
      return <Box isChosen={isChosen} />;
    case 'id':
      return (
        <>
          {/* The column of findings may be out of sight. */}
          {findings.length > 0 && <FindingIcon findings={findings} />}
          <code className={styles['text']}>{id}</code>
        </>
      );
    case 'place':
      return (
        <span className={styles['text']}>
          {fieldText(branch, 'place')}
          {place === undefined && <span className={styles['soft']}> (not on the map)</span>}
        </span>
      );
    case 'findings': {
      const [first] = findings;
      if (first === undefined) return null;
      return (
        <span className={styles['findings']} title={findings.map(({ message }) => message).join('\n')}>
          <FindingIcon findings={findings} />
          <span className={styles['text']}>
            {first.message}
            {findings.length > 1 && ` (and ${findings.length - 1} more)`}
          </span>
        </span>
      );
    }
    case 'name':
    case 'number':
    case 'services':
    case 'schedule':
    case 'capacity':
      return <span className={styles['text']}>{fieldText(branch, column)}</span>;
    default:
      return assertNever(column);
  }
}

function FindingIcon({ findings }: Pick<BranchRow, 'findings'>): ReactElement {
  const severity = (['error', 'warning', 'note'] as const).find((each) =>
    findings.some((finding) => finding.severity === each),
  );
  const [icon, label] = icons[severity ?? 'note'];
  return (
    <span className={styles[severity ?? 'note']}>
      <Icon name={icon} label={label} />
    </span>
  );
}

const icons = {
  error: ['error', 'Error'],
  warning: ['warning', 'Warning'],
  note: ['info', 'Note'],
} as const;

/** Drawn only: a row says itself whether it is selected. */
export function Box({ isChosen }: { readonly isChosen: boolean }): ReactElement {
  return (
    <span className={styles['box']} data-chosen={isChosen || undefined}>
      {isChosen && <Icon name="check" />}
    </span>
  );
}
