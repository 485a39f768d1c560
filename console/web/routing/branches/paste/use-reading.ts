import { useEffect, useState } from 'react';
import { pastedFile } from './pasted-file.ts';
import { readInWorker } from './read-in-worker.ts';
import type { PastedReading } from './reading.ts';

export type ReadingState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading' }
  | PastedReading
  /** Not for what the text says. */
  | { readonly kind: 'failed' };

/** What is pasted, or of a file with a name. */
export interface Pasted {
  readonly text: string;
  readonly name?: string;
}

/** Reads what is there now; what was there before is not waited for. */
export function useReading(pasted: Pasted): ReadingState {
  const [state, setState] = useState<{ readonly of: Pasted; readonly reading: ReadingState }>();
  const isEmpty = pasted.text.trim() === '';
  useEffect(() => {
    if (isEmpty) return;
    const left = new AbortController();
    const signal = AbortSignal.any([left.signal, AbortSignal.timeout(60_000)]);
    readInWorker(pastedFile(pasted.text, pasted.name), signal).then(
      (reading) => setState({ of: pasted, reading }),
      () => {
        if (!left.signal.aborted) setState({ of: pasted, reading: { kind: 'failed' } });
      },
    );
    return () => left.abort();
  }, [pasted, isEmpty]);
  if (isEmpty) return { kind: 'empty' };
  return state?.of === pasted ? state.reading : { kind: 'reading' };
}
