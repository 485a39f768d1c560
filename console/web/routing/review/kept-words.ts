import { useState } from 'react';
import { sessionShelf } from '../../data/shelf.ts';

/** Words that somebody types into a dialog: there again when it is opened again, or the page is loaded anew. */
export function useKeptWords(key: string): readonly [string, (words: string) => void] {
  const [words, setWords] = useState(() => read(key));
  return [
    words,
    (next) => {
      setWords(next);
      write(key, next);
    },
  ];
}

function read(key: string): string {
  return sessionShelf.getItem(key) ?? '';
}

function write(key: string, words: string): void {
  if (words === '') sessionShelf.removeItem(key);
  else sessionShelf.setItem(key, words);
}
