import { branchesOf } from '../../shared/adapters/packed-branches/packed-branches.ts';
import type { Branch } from '../../shared/domain/routing/branches.ts';
import type { PublishedTable, RoutingTable } from '../../shared/domain/routing/table.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { Publication, TableSource } from '../../shared/ports/routing-table-store.ts';
import { branchOf, routingTableOf } from '../support/routing-table-builder.ts';

export const publication = (basedOn: number, changes: Partial<Publication> = {}): Publication => ({
  basedOn,
  by: 'ops@example',
  because: 'holiday hours',
  at: epochMs(Date.parse('2026-11-18T15:00:00Z')),
  ...changes,
});

export const source: TableSource = {
  table: { name: 'bank.yaml', text: 'name: example-bank\nbranches: branches.csv\n' },
  branches: { name: 'branches.csv', text: 'id,name\r\ncafé,"Café, 1ère"\r\n' },
};

/** A table with something of everything that is not a condition or an attempt. */
export const table = routingTableOf({
  locale: 'fr-CA',
  rules: [
    {
      id: 'gold',
      when: [
        { kind: 'attribute', name: 'tier', test: { kind: 'in', anyOf: ['gold'] } },
        { kind: 'schedule', id: 'office', is: 'open' },
      ],
      attempts: [{ kind: 'meeting', id: 'adviser', timeoutSeconds: 90 }],
      service: { recording: 'ask', afterwards: 'anotherTry', keys: { 1: 'nextPerson', 9: 'hangUp' } },
    },
    {
      id: 'visit',
      when: [{ kind: 'reason', anyOf: ['billing'] }],
      attempts: [{ kind: 'nearestBranch', withinKilometers: 80, upTo: 2, timeoutSeconds: 20 }],
    },
  ],
  defaultService: { afterwards: 'survey' },
  menu: { greeting: { default: 'Welcome', 'fr-CA': 'Bienvenue' }, reasons: ['billing'] },
  schedules: [
    {
      id: 'office',
      opensAt: [epochMs(60_000), epochMs(240_000)],
      closesAt: [epochMs(120_000), epochMs(300_000)],
      compiledUntil: epochMs(3_600_000),
    },
  ],
  branches: [branchOf({ id: 'downtown', scheduleId: 'office', capacity: 3 }), branchOf({ id: 'always' })],
  namedBranches: { always: 1 },
});

export const edited: RoutingTable = { ...table, rules: [] };

/** A table's branches are asked, not looked at: so are those of a table that a test compares. */
export function plain(given: RoutingTable | PublishedTable | undefined): unknown {
  if (given === undefined) return undefined;
  return 'table' in given
    ? { version: given.version, table: plain(given.table) }
    : { ...given, branches: branchesOf(given.branches) };
}

/** As many branches, all over the country, no two alike: what a compressor has to work with. */
export function manyBranches(count: number): Branch[] {
  const random = randomNumbers();
  return Array.from({ length: count }, (_, index) =>
    branchOf({
      id: `branch-${index}`,
      name: `Branch ${Math.floor(random() * 1e9).toString(36)} in ${Math.floor(random() * 1e9).toString(36)}`,
      number: `+1206${String(1e6 + Math.floor(random() * 8e6))}` as Branch['number'],
      coordinates: {
        latitude: Math.round((25 + 24 * random()) * 1e6) / 1e6,
        longitude: Math.round((-124 + 57 * random()) * 1e6) / 1e6,
      },
    }),
  );
}

/** Text that hardly compresses, the same every time. */
export function noise(characters: number): string {
  const random = randomNumbers();
  const octets = Buffer.alloc(characters);
  for (let index = 0; index < characters; index += 1) octets[index] = 33 + Math.floor(random() * 90);
  return octets.toString('latin1');
}

/** 0 to 1, by the generator of Park and Miller. */
function randomNumbers(): () => number {
  let state = 20_261_118;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
