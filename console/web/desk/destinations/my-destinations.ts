import * as z from 'zod';

interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const chosenSchema = z.array(z.string().max(100)).max(200);

/** Several agents may use one browser, one after the other. */
function keyOf(userId: string): string {
  return `desk-destinations:${userId}`;
}

/** The destinations whose calls concern this agent, as they chose them in this browser; none at first. */
export function readMyDestinations(shelf: Shelf, userId: string): readonly string[] {
  try {
    return chosenSchema.safeParse(JSON.parse(shelf.getItem(keyOf(userId)) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** Without storage, or with a full one, the choice holds until the page is left. */
export function keepMyDestinations(shelf: Shelf, userId: string, chosen: readonly string[]): void {
  try {
    shelf.setItem(keyOf(userId), JSON.stringify(chosen));
  } catch {
    // Nothing is lost but the convenience.
  }
}
