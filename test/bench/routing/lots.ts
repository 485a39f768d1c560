import { createHash } from 'node:crypto';
import { drawnOrder } from '../../../shared/domain/routing/rendezvous.ts';
import { stableFraction } from '../../../shared/domain/routing/stable-fraction.ts';
import { judged, type Figure } from '../report.ts';
import { chiSquaredP } from './chi-squared.ts';
import { Draw } from './draw.ts';

/** Of each kind of seed; there are four. */
const callers = 250_000;
const members = [
  { id: 'contactCenter east', weight: 1 },
  { id: 'contactCenter west', weight: 2 },
  { id: 'contactCenter north', weight: 3 },
  { id: 'phone switchboard', weight: 14 },
];

/** Whether lots are fair, and whether callers keep their places. */
export function lotFigures(): Figure[] {
  const seeds = seedKinds();
  const all = seeds.flatMap((kind) => kind.all);
  const [shares, weights] = [shareFit(all), weightFit(all)];
  return [
    judged(
      {
        name: 'share-chi2-p',
        value: Math.round(Math.min(shares, weights) * 10_000) / 10_000,
        unit: 'p',
        how: `the smaller of 100 equal shares (${shares.toFixed(4)}) and of weights 1, 2, 3, 14 (${weights.toFixed(4)}), each over ${all.length} draws by ${seeds.map(({ name }) => name).join(', ')}`,
      },
      { above: 0.01 },
    ),
    judged(
      {
        name: 'share-reshuffle',
        value: reshuffled(seeds[0]?.all ?? []),
        unit: 'ratio',
        how: 'callers who move though their target stayed, when another of four leaves, of all who could',
      },
      { exactly: 0 },
    ),
  ];
}

/** Ids of calls as they come: drawn at random, alike but for a few characters, one after the other, UUIDs. */
function seedKinds(): { readonly name: string; readonly all: readonly string[] }[] {
  const draw = new Draw('seeds');
  const kindOf = (name: string, make: (index: number) => string): { name: string; all: readonly string[] } => ({
    name,
    all: Array.from({ length: callers }, (_, index) => make(index)),
  });
  const [head, tail] = [draw.text(20), draw.text(28)];
  return [
    kindOf('context ids', (index) => `1ue${digest(`context ${index}`, 'base64url').padEnd(48, 'A').slice(0, 48)}`),
    kindOf(
      'ids that differ in three characters',
      (index) => `${head}${index.toString(36).padStart(4, '0').slice(-4)}${tail}`,
    ),
    kindOf('sequential ids', (index) => String(index)),
    kindOf('UUIDs', (index) =>
      digest(`uuid ${index}`, 'hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    ),
  ];
}

function digest(text: string, encoding: 'hex' | 'base64url'): string {
  return createHash('sha256').update(text).digest(encoding);
}

function shareFit(seeds: readonly string[]): number {
  const counts = Array.from({ length: 100 }, () => 0);
  for (const seed of seeds) {
    const box = Math.floor(stableFraction(seed, 'pilot') * 100);
    counts[box] = (counts[box] ?? 0) + 1;
  }
  return chiSquaredP(
    counts,
    counts.map(() => seeds.length / 100),
  );
}

function weightFit(seeds: readonly string[]): number {
  const counts = new Map<string | undefined, number>();
  for (const seed of seeds) {
    const first = drawnOrder(members, seed, 'pilot')[0]?.id;
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const sum = members.reduce((total, { weight }) => total + weight, 0);
  return chiSquaredP(
    members.map(({ id }) => counts.get(id) ?? 0),
    members.map(({ weight }) => (seeds.length * weight) / sum),
  );
}

function reshuffled(seeds: readonly string[]): number {
  let could = 0;
  let moved = 0;
  for (const seed of seeds.slice(0, 50_000)) {
    const first = drawnOrder(members, seed, 'pilot')[0];
    for (const leaver of members) {
      if (leaver === first) continue;
      could += 1;
      const rest = members.filter((each) => each !== leaver);
      if (drawnOrder(rest, seed, 'pilot')[0] !== first) moved += 1;
    }
  }
  return moved / could;
}
