import type { RoutingTableStore } from '../../../shared/ports/routing-table-store.ts';
import { hoursKnownUntil } from '../../routing/hours-known.ts';
import { operand } from '../arguments/operands.ts';
import { requiredVersion } from '../arguments/options.ts';
import { command } from '../command.ts';
import { failure } from '../report.ts';
import { versionMissing } from '../tables/named-table.ts';
import { conflictReport, publicationOf, publicationOptions } from '../tables/publication.ts';

/** Sixty days. */
const soonMs = 60 * 24 * 3_600_000;

/** Puts an earlier version in force again, as a version of its own: the history only grows. */
export const rollback = command({
  name: 'rollback',
  summary: 'puts an earlier version in force again',
  details: ['It becomes a new version with the old content, so that the history says what happened.'],
  operands: { name: operand('name', "the table's name", 'roll back what? Name a table') },
  options: { to: requiredVersion('the version whose content is wanted'), ...publicationOptions },
  async run({ name, to, ...given }, workplace) {
    const store = await workplace.openStore();
    if (to === (await store.currentVersion(name)))
      return failure(1, 'in-force-already', [`nothing was changed: ${name} version ${to} is in force already`], {
        name,
        version: to,
      });
    const until = await hoursUntil(store, name, to);
    if (until !== undefined && until <= workplace.clock.now())
      return failure(
        1,
        'opening-hours-over',
        [
          `nothing was changed: version ${to} knows opening hours until ${dayOf(until)} only, and would be closed everywhere`,
          `publish its files again instead: npm run routes -- export ${name}@${to} --to <folder>`,
        ],
        { name, version: to },
      );
    const publication = await publicationOf(given, workplace, () => store.currentVersion(name));
    const { basedOn, because } = publication;
    const result = await store.rollback(name, to, publication);
    if (result.kind === 'unknownVersion') return versionMissing(name, to);
    if (result.kind === 'conflict') return conflictReport(name, basedOn, result.current);
    return {
      exitCode: 0,
      lines: [
        ...(until !== undefined && until < workplace.clock.now() + soonMs
          ? [`opening hours are known until ${dayOf(until)} only: publish its files again before then`]
          : []),
        `${name} version ${result.version} is in force, with the content of version ${to}, in place of version ${basedOn}: ${because}`,
      ],
      json: { ok: true, name, version: result.version, basedOn, rollbackTo: to },
    };
  },
});

/** The end of what was compiled, where the version has opening hours. */
async function hoursUntil(store: RoutingTableStore, name: string, version: number): Promise<number | undefined> {
  const published = await store.load(name, version);
  return published && hoursKnownUntil(published.table);
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
