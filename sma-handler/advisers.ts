import type { AdviserNewsCommand } from '../shared/domain/call-flow/call-command.ts';

/** Somebody beside the caller of whom a meeting has told: an id of the meeting's, and no name. */
export interface Adviser {
  readonly id: string;
  readonly isThere: boolean;
  /** When they came or went, in epoch milliseconds; absent: nobody has said. */
  readonly at?: number;
}

/**
 * Nobody needs more of them at a time. Those who have gone are remembered, too, as long as there is room: news of their coming may come
 * after that of their going, or twice.
 */
const remembered = 10;

/** Who is known to be there, and to have gone, with this news: the same list when it names nobody, or is older than what is known. */
export function withNews(known: readonly Adviser[], news: AdviserNewsCommand): readonly Adviser[] {
  const { command, attendeeId: id, happenedAt } = news;
  if (id === undefined) return known;
  const isThere = command === 'adviserJoined';
  const at = happenedAt === undefined ? undefined : Number(happenedAt);
  const before = known.find((adviser) => adviser.id === id);
  if (before !== undefined && (before.isThere === isThere ? isNoLater(at, before) : isOlder(at, before))) return known;
  const latest: Adviser = { id, isThere, ...(at === undefined ? {} : { at }) };
  const others = known.filter((adviser) => adviser.id !== id);
  return [latest, ...others.filter(({ isThere: is }) => is), ...others.filter(({ isThere: is }) => !is)].slice(
    0,
    remembered,
  );
}

export function isAnybodyThere(advisers: readonly Adviser[]): boolean {
  return advisers.some(({ isThere }) => isThere);
}

/** Whoever gives up a place for another one comes in the millisecond in which they go: they are there. */
function isOlder(at: number | undefined, before: Adviser): boolean {
  if (at === undefined || before.at === undefined) return false;
  return before.isThere ? at <= before.at : at < before.at;
}

function isNoLater(at: number | undefined, before: Adviser): boolean {
  return at === undefined || (before.at !== undefined && at <= before.at);
}
