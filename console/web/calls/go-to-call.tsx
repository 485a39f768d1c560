import { useState, type FormEvent, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './calls-page.module.css';
import { transactionIdIn } from './search.ts';

/** Goes to a call whose transaction id somebody has from a log, or an address. A pasted id goes there at once. */
export function GoToCall(): ReactElement {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);

  function go(pasted: string): boolean {
    const id = transactionIdIn(pasted);
    if (id !== undefined) navigate(`/calls/${id}`);
    return id !== undefined;
  }

  function take(next: string): void {
    setText(next);
    setRefused(false);
    go(next);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setRefused(text.trim() !== '' && !go(text));
  }

  return (
    <form className={styles['goTo']} onSubmit={submit} role="search" aria-label="Go to a call">
      <TextField
        label="Transaction id"
        value={text}
        onChange={take}
        type="search"
        placeholder="Paste an id"
        {...(isRefused ? { error: 'has no id of a call in it: 36 characters, as in the log' } : {})}
      />
      <Button type="submit">Go there</Button>
    </form>
  );
}
