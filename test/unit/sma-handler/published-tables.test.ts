import { MemoryRoutingTableStore } from '../../../shared/adapters/memory/memory-routing-table-store.ts';
import { PublishedTables } from '../../../sma-handler/routing/published-tables.ts';
import { routingTableOf } from '../../support/routing-table-builder.ts';
import { TimersFake } from '../../support/timers-fake.ts';

async function published(versions: number): Promise<{ tables: PublishedTables; clock: TimersFake; asked: string[] }> {
  const store = new MemoryRoutingTableStore();
  const clock = new TimersFake();
  const asked: string[] = [];
  for (let basedOn = 0; basedOn < versions; basedOn += 1) {
    await store.publish(routingTableOf(), { basedOn, by: 'test', because: 'test', at: clock.now() });
  }
  const tables = new PublishedTables({
    clock,
    name: 'example-bank',
    store: {
      currentVersion: (name) => {
        asked.push('current');
        return store.currentVersion(name);
      },
      load: (name, version) => {
        asked.push(`load ${version}`);
        return store.load(name, version);
      },
      publish: (table, publication) => store.publish(table, publication),
    },
  });
  return { tables, clock, asked };
}

describe('the tables that a warm function knows', () => {
  it('are loaded once: a version never changes', async () => {
    const { tables, asked } = await published(1);

    await tables.version(1);
    await tables.version(1);

    expect(asked).toEqual(['load 1']);
  });

  it('are few: the oldest is forgotten', async () => {
    const { tables, asked } = await published(5);

    for (const version of [1, 2, 3, 4, 5, 5, 2, 1]) await tables.version(version);

    expect(asked).toEqual(['load 1', 'load 2', 'load 3', 'load 4', 'load 5', 'load 1']);
  });

  it('are asked for again when there is none of that version', async () => {
    const { tables, asked } = await published(1);

    expect(await tables.version(7)).toBeUndefined();
    expect(await tables.version(7)).toBeUndefined();

    expect(asked).toEqual(['load 7', 'load 7']);
  });

  it('stay current for half a minute without asking', async () => {
    const { tables, clock, asked } = await published(2);

    const versions = [await tables.currentVersion()];
    await clock.advanceBy(29_999);
    versions.push(await tables.currentVersion());
    await clock.advanceBy(1);
    versions.push(await tables.currentVersion());

    expect(versions).toEqual([2, 2, 2]);
    expect(asked).toEqual(['current', 'current']);
  });
});
