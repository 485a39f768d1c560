import type { MapContent } from './map-branch.ts';

/** What a map shows, for those who do not see it. */
export function mapWords({ branches, caller, candidates = [], selected, within }: MapContent): string {
  const nameOf = (id: string): string => branches.find((branch) => branch.id === id)?.name ?? id;
  const taken = candidates.filter(({ because }) => because === undefined);
  const parts = [branches.length === 1 ? 'Map of 1 branch' : `Map of ${branches.length.toLocaleString()} branches`];
  if (caller !== undefined) parts.push('the caller is marked');
  const [nearest] = taken;
  if (nearest !== undefined)
    parts.push(
      `${taken.length === 1 ? 'one branch' : `${taken.length} branches`} in question, nearest ${nameOf(nearest.id)}, ${kilometersWords(nearest.kilometers)} away`,
    );
  if (within !== undefined) parts.push(`a circle of ${kilometersWords(within)} around the caller`);
  if (selected !== undefined) parts.push(`${nameOf(selected)} is selected`);
  return `${parts.join('; ')}.`;
}

/** "0.8 km", "12 km", "1,240 km". */
export function kilometersWords(kilometers: number): string {
  const digits = kilometers < 10 ? 1 : 0;
  return `${kilometers.toLocaleString(undefined, { maximumFractionDigits: digits })} km`;
}
