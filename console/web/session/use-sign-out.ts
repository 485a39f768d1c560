import { useRef, useState } from 'react';
import { copiesOfPerson } from '../workbench/saving/copies-of-person.ts';
import { saveBeforeSignOut, type Unsaved } from './before-sign-out.ts';
import { hasForms } from './browser.ts';
import { openWorks } from './open-works.ts';
import { otherTabsHaveForms } from './other-tabs.ts';

export type SigningOut =
  /** Something is being saved first. */
  { readonly kind: 'saving' } | { readonly kind: 'asking'; readonly unsaved: Unsaved } | { readonly kind: 'leaving' };

export interface SignOut {
  /** undefined: nobody signs out, or it takes no time worth telling of. */
  readonly state: SigningOut | undefined;
  /** Saves first; asks, where not everything can be saved. */
  readonly begin: () => void;
  /** Signs out, whatever is lost by it. */
  readonly leave: () => void;
  readonly stay: () => void;
}

/** A browser's storage may hang, for instance while another tab holds it. */
const storageAtMostMs = 2000;
const tellAfterMs = 500;

/** @param go leaves the page, once nothing of the person's is left in this browser. */
export function useSignOut(person: string, go: () => void): SignOut {
  const [state, setState] = useState<SigningOut>();
  /** Of a sign-out that has been begun, and not been thought better of. */
  const current = useRef<object>(undefined);

  async function begin(): Promise<void> {
    const own = {};
    current.current = own;
    const isCurrent = (): boolean => current.current === own;
    void wait(tellAfterMs).then(() => {
      if (isCurrent()) setState((now) => now ?? { kind: 'saving' });
    });
    const unsaved = await saveBeforeSignOut({
      works: openWorks,
      copiedTables: () => Promise.race([copiesOfPerson(person).tables(), wait(storageAtMostMs).then(() => [])]),
      hasForms: async () => hasForms() || otherTabsHaveForms(person, wait),
      wait,
    });
    if (!isCurrent()) return;
    if (unsaved === undefined) leave();
    else setState({ kind: 'asking', unsaved });
  }

  function leave(): void {
    setState({ kind: 'leaving' });
    void endWork(person).finally(go);
  }

  function stay(): void {
    current.current = undefined;
    setState(undefined);
  }

  return { state, begin: () => void begin(), leave, stay };
}

/** Ends what this tab works on, and deletes what this browser keeps of it, in whichever tab it was made. */
export async function endWork(person: string): Promise<void> {
  openWorks.drop();
  await Promise.race([copiesOfPerson(person).forget(), wait(storageAtMostMs)]);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
