import { fractionsFor } from './stable-fraction.ts';

/** One of those that a caller can be given to. */
export interface Member {
  readonly id: string;
  /** Above 0; callers are shared out in proportion. */
  readonly weight: number;
}

/**
 * The members in the order in which this caller tries them, by weighted rendezvous hashing (highest random weight, Thaler and
 * Ravishankar 1998; these scores, Schindelhauer and Schomaker 2005): -weight / ln(u), the highest first. Each is first as often as
 * its weight says, a caller keeps their place, and when a member leaves, nobody moves but who had it.
 *
 * @param salt the rule's id: two rules draw independently of each other.
 */
export function drawnOrder<Drawn extends Member>(members: readonly Drawn[], seed: string, salt: string): Drawn[] {
  const fractionOf = fractionsFor(seed);
  const seen = new Map<string, number>();
  const scored = members.map((member) => {
    const times = seen.get(member.id) ?? 0;
    seen.set(member.id, times + 1);
    // One that is there twice draws two lots; ids have no "/", so that no two of these texts are alike.
    const lot = `${salt}/${member.id}${times === 0 ? '' : `/${times}`}`;
    return { member, score: -member.weight / Math.log(fractionOf(lot)) };
  });
  return scored.sort((a, b) => b.score - a.score || (a.member.id < b.member.id ? -1 : 1)).map(({ member }) => member);
}
