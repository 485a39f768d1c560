import type { OpenWorks } from './open-works.ts';

/** What a sign-out would delete. */
export interface Unsaved {
  /** Tables with changes that the API does not have, of this tab or another. */
  readonly tables: readonly string[];
  /** Something is typed in this tab or another that is in no draft: forms with mistakes, reasons not given yet. */
  readonly hasForms: boolean;
}

export interface SignOutDoors {
  readonly works: Pick<OpenWorks, 'unsaved' | 'save'>;
  /** Tables of which there are copies in this browser. */
  readonly copiedTables: () => Promise<readonly string[]>;
  readonly hasForms: () => Promise<boolean>;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** The API answers within ten seconds, or not at all. */
const saveAtMostMs = 12_000;
/** Other tabs save a moment after the last key, and a copy is deleted just after it is saved. */
const othersSaveMs = 2000;

/** Saves what can be saved. @returns what is left to ask about; undefined: nothing. */
export async function saveBeforeSignOut(doors: SignOutDoors): Promise<Unsaved | undefined> {
  const { works, copiedTables, wait } = doors;
  if (works.unsaved().length > 0) await Promise.race([works.save(), wait(saveAtMostMs)]);
  let copied = await copiedTables();
  if (copied.length > 0) {
    await wait(othersSaveMs);
    copied = await copiedTables();
  }
  const tables = [...new Set([...works.unsaved(), ...copied])].toSorted();
  const hasForms = await doors.hasForms();
  return tables.length === 0 && !hasForms ? undefined : { tables, hasForms };
}
