import type { ReactElement } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { FindingLine } from './finding-line.tsx';
import styles from './findings.module.css';
import { countWords, inOrder, placeOf, type Place } from './places.ts';

/** More than anybody reads; putting these right may settle the others. */
const mostShown = 200;

export interface FindingsDialogProps {
  readonly desk: DraftDesk;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onGo: (place: Place) => void;
}

/** All that is found about the table, with the way to each place. */
export function FindingsDialog({ desk, isOpen, onClose, onGo }: FindingsDialogProps): ReactElement {
  const { findings, view, name } = desk;
  const ruleIds = isOpen ? (view.file?.rules ?? []).map(({ id }) => id) : [];
  const shown = isOpen ? inOrder(findings).slice(0, mostShown) : [];
  return (
    <Dialog title="Findings" isOpen={isOpen} onClose={onClose} size="large">
      <p>{countWords(findings)}</p>
      <ul className={styles['list']}>
        {shown.map((finding) => {
          const place = placeOf(finding, ruleIds, view.file !== undefined);
          return (
            <li key={`${finding.code} ${finding.path} ${finding.line ?? ''} ${finding.message}`}>
              <FindingLine
                table={name}
                finding={finding}
                place={placeWords(place, finding.path, ruleIds)}
                onGo={() => onGo(place)}
              />
            </li>
          );
        })}
      </ul>
      {findings.length > mostShown && <p>And {findings.length - mostShown} more.</p>}
    </Dialog>
  );
}

function placeWords({ item }: Place, path: string, ruleIds: readonly string[]): string {
  if (typeof item === 'number') return `rule ${item + 1}, ${ruleIds[item] ?? ''}`;
  return path === '' ? 'the table' : path;
}
