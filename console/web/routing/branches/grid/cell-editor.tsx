import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import styles from './branch-grid.module.css';

export interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  /** What may be chosen; others may be typed. */
  readonly suggestions: readonly string[];
  /** What is wrong with it; absent: it is taken, and the editor goes. */
  readonly commit: (text: string) => string | undefined;
  /** Also after it was taken. `step`: columns to go on by. */
  readonly onDone: (step: number) => void;
}

/** A cell while it is written in: Enter and Tab take it, Esc leaves it as it was. What is wrong stays until it is right. */
export function CellEditor({ label, text, suggestions, commit, onDone }: CellEditorProps): ReactElement {
  const [written, setWritten] = useState(text);
  const [error, setError] = useState<string>();

  // Going away takes the focus along, which is no wish to take what is written once more.
  const isLeft = useRef(false);

  function leave(step: number): void {
    isLeft.current = true;
    onDone(step);
  }

  function take(step: number): void {
    if (isLeft.current) return;
    const problem = commit(written);
    setError(problem);
    if (problem === undefined) leave(step);
  }

  function press(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') leave(0);
    else if (event.key === 'Enter') take(0);
    else if (event.key === 'Tab') take(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }

  return (
    <TextField
      className={styles['editor'] ?? ''}
      value={written}
      onChange={setWritten}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because somebody asked to write in it
      autoFocus
    >
      <Label className={styles['hidden'] ?? ''}>{label}</Label>
      <Input
        className={styles['input'] ?? ''}
        list={suggestions.length > 0 ? 'branch-cell-suggestions' : undefined}
        onKeyDown={press}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={() => take(0)}
      />
      <datalist id="branch-cell-suggestions">
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
      <FieldError className={styles['problem'] ?? ''}>{error}</FieldError>
    </TextField>
  );
}
