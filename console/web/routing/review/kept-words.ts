import { useState } from 'react';

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

// Browsers may have storage turned off: then words last as long as the dialog.
function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, words: string): void {
  try {
    if (words === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, words);
  } catch {
    // As above.
  }
}
