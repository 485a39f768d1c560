import * as z from 'zod';
import { witnessSchema, type Witness } from '../../../../shared/contracts/caller-file.ts';

/** A caller whom somebody wants to try again. Kept in their own browser, for nobody else. */
export interface SavedCaller {
  readonly name: string;
  readonly witness: Witness;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;
interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const key = 'simulator-callers';
const mostSaved = 50;
const savedSchema = z.array(z.object({ name: z.string(), witness: witnessSchema }));

/** Nobody where there is no storage, or something else is in it. */
export function readSavedCallers(shelf: Shelf): readonly SavedCaller[] {
  try {
    const read = savedSchema.safeParse(JSON.parse(shelf.getItem(key) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** In place of whoever had the same name; the oldest go when there are more than fifty. */
export function saveCaller(shelf: Shelf, caller: SavedCaller): readonly SavedCaller[] {
  const others = readSavedCallers(shelf).filter(({ name }) => name !== caller.name);
  return write(shelf, [caller, ...others].slice(0, mostSaved));
}

export function forgetCaller(shelf: Shelf, name: string): readonly SavedCaller[] {
  return write(
    shelf,
    readSavedCallers(shelf).filter((each) => each.name !== name),
  );
}

/** A storage that is full, or forbidden, keeps nothing: the page goes on with what it has. */
function write(shelf: Shelf, callers: readonly SavedCaller[]): readonly SavedCaller[] {
  try {
    shelf.setItem(key, JSON.stringify(callers));
  } catch {
    // Nothing depends on it.
  }
  return callers;
}
