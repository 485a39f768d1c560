import type { Schedule } from '../../../../shared/domain/routing/schedule.ts';
import { epochMs, type EpochMs } from '../../../../shared/domain/time.ts';
import { atomSet, type AtomSet } from '../atom-set.ts';
import type { Dimension } from '../dimension.ts';

/** A time during which no schedule opens or closes. */
export interface Segment {
  readonly from: EpochMs;
  /** Not included. */
  readonly below: EpochMs;
  readonly atom: number;
}

/** Time, from now to the end of what was compiled. An atom is one way of being open and closed, whenever that is. */
export interface MomentDimension extends Dimension {
  /** Ascending, without gaps. */
  readonly segments: readonly Segment[];
}

const minute = 60_000;

/**
 * @param tables by table, the schedules that its conditions name: two tables may mean different hours by one id.
 * @param until where what was compiled ends; at least a minute is looked at.
 */
export function momentDimension(
  tables: readonly (readonly Schedule[])[],
  { now, until }: { readonly now: EpochMs; readonly until: EpochMs },
): MomentDimension {
  const schedules = tables.flatMap((own) => own);
  const changes = changesOf(schedules, now, Math.max(now + minute, until));
  const open: boolean[] = schedules.map(() => false);
  const atomBySignature = new Map<string, number>();
  const openIn: number[][] = schedules.map(() => []);
  const segments: Segment[] = [];
  for (const [index, { at, flips }] of changes.entries()) {
    for (const schedule of flips) open[schedule] = open[schedule] !== true;
    const below = changes[index + 1]?.at;
    if (below === undefined) break;
    const signature = signatureOf(open);
    let atom = atomBySignature.get(signature);
    if (atom === undefined) {
      atom = atomBySignature.size;
      atomBySignature.set(signature, atom);
      for (const [schedule, isOpen] of open.entries()) if (isOpen) openIn[schedule]?.push(atom);
    }
    segments.push({ from: epochMs(at), below: epochMs(below), atom });
  }

  const size = atomBySignature.size;
  const sets = new Map<string, { readonly open: AtomSet; readonly closed: AtomSet }>();
  let offset = 0;
  for (const [of, own] of tables.entries()) {
    for (const [index, { id }] of own.entries()) {
      const atoms = new Set(openIn[offset + index]);
      const closed = Array.from({ length: size }, (_, atom) => atom).filter((atom) => !atoms.has(atom));
      sets.set(keyOf(of, id), { open: atomSet(atoms), closed: atomSet(closed) });
    }
    offset += own.length;
  }
  const soonest = new Map<number, Segment>();
  for (const segment of segments) if (!soonest.has(segment.atom)) soonest.set(segment.atom, segment);
  return {
    size,
    segments,
    atomsFor: (condition, of) =>
      condition.kind === 'schedule' ? (sets.get(keyOf(of, condition.id))?.[condition.is] ?? []) : [],
    sketch(atom, caller) {
      const segment = soonest.get(atom);
      if (segment !== undefined) caller.at = segment.from === now ? now : momentIn(segment);
    },
  };
}

/** The full minute in the middle of a time, where there is one. */
export function momentIn({ from, below }: Pick<Segment, 'from' | 'below'>): EpochMs {
  const middle = Math.floor((from + below) / 2 / minute) * minute;
  return epochMs(middle >= from && middle < below ? middle : from);
}

interface Change {
  readonly at: number;
  readonly flips: number[];
}

/** When something opens or closes, ascending, and what; from `now`, with what is open then, to the end. */
function changesOf(schedules: readonly Schedule[], now: number, end: number): Change[] {
  const flips = new Map<number, number[]>([
    [now, []],
    [end, []],
  ]);
  const flip = (at: number, schedule: number): void => {
    const there = flips.get(at);
    if (there === undefined) flips.set(at, [schedule]);
    else there.push(schedule);
  };
  for (const [index, { opensAt, closesAt }] of schedules.entries())
    for (const [interval, opens] of opensAt.entries()) {
      const closes = closesAt[interval] ?? opens;
      if (closes <= now || opens >= end || closes <= opens) continue;
      flip(Math.max(now, opens), index);
      if (closes < end) flip(closes, index);
    }
  return [...flips.entries()].map(([at, those]) => ({ at, flips: those })).sort((a, b) => a.at - b.at);
}

/** Fifteen schedules a character. */
function signatureOf(open: readonly boolean[]): string {
  let signature = '';
  let bits = 0;
  for (const [index, isOpen] of open.entries()) {
    if (isOpen) bits |= 1 << (index % 15);
    if (index % 15 === 14) {
      signature += String.fromCharCode(bits);
      bits = 0;
    }
  }
  return signature + String.fromCharCode(bits);
}

function keyOf(table: number, id: string): string {
  return `${table}/${id}`;
}
