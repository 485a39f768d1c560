import type { ReactElement } from 'react';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { countWords } from '../findings/places.ts';
import { savingWords } from './saving-words.ts';
import styles from './status.module.css';
import { useUndoKeys } from './use-undo-keys.ts';

export interface StatusBarProps {
  readonly desk: DraftDesk;
  readonly onFindings: () => void;
  readonly onReview: () => void;
}

/** How it is with the draft: saved or not, who else works on it, what is found, and the way to put it in force. */
export function StatusBar({ desk, onFindings, onReview }: StatusBarProps): ReactElement {
  useUndoKeys(desk);
  const session = useSession();
  const { saving, lastEditor, undoable, redoable, findings, isChecking, published } = desk;
  const someoneElse = lastEditor !== undefined && lastEditor.by !== session.userId ? lastEditor : undefined;
  const isBad = saving.kind === 'failed' || saving.kind === 'conflict';
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  return (
    <div className={styles['bar']} role="region" aria-label="The draft">
      {desk.mayEdit ? (
        <>
          <IconButton
            label={undoable === undefined ? 'Nothing to undo' : `Undo: ${undoable} (Ctrl+Z)`}
            icon="undo"
            isDisabled={undoable === undefined}
            onPress={() => desk.undo()}
          />
          <IconButton
            label={redoable === undefined ? 'Nothing to redo' : `Redo: ${redoable} (Ctrl+Shift+Z)`}
            icon="redo"
            isDisabled={redoable === undefined}
            onPress={() => desk.redo()}
          />
          <span role="status">
            <Tag tone={isBad ? 'error' : saving.kind === 'saved' ? 'good' : 'neutral'}>{savingWords(saving)}</Tag>
          </span>
        </>
      ) : (
        <Tag>You can look, and not change it</Tag>
      )}
      {someoneElse !== undefined && (
        <span role="status">
          <Icon name="people" /> {someoneElse.by} changed the draft <Ago at={someoneElse.at} />
        </span>
      )}
      <span className={styles['rest']}>
        {published === undefined ? 'not published yet' : `version ${published.version} is in force`}
        {desk.differs ? ', the draft differs' : ''}
      </span>
      <Button variant={hasErrors ? 'danger' : 'quiet'} onPress={onFindings}>
        {isChecking ? 'Checking …' : capital(countWords(findings))}
      </Button>
      <span role="status" className={styles['spoken']}>
        {isChecking ? '' : `Findings: ${countWords(findings)}`}
      </span>
      <Button variant="primary" onPress={onReview} isDisabled={!desk.differs || saving.kind === 'conflict'}>
        Review …
      </Button>
    </div>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
