import type { Witness } from '../../../shared/contracts/caller-file.ts';
import { offeredReasons } from '../../../shared/domain/routing/menu.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import { isNowhere, meet, type Box } from '../analysis/box.ts';
import { callersWhoChoose } from '../analysis/callers-who-dial.ts';
import { canonical } from '../analysis/outcome.ts';
import { exampleIn, witnessOf } from '../analysis/witness.ts';
import { describeMenu, describeMenuTexts } from '../description/describe-menu.ts';
import { differingWords } from './differing-words.ts';
import type { JointTables } from './joint-tables.ts';
import type { MenuChange } from './table-diff.ts';

/** Rules of each table among whose callers somebody is looked for who is asked. */
const mostRules = 20;

/** The menu, when it is another one and there are rules that make a difference between its answers. */
export function menuChanges(tables: JointTables): MenuChange[] {
  const [before, after] = tables.tables;
  if (menuOf(before) === menuOf(after)) return [];
  const regions = [...choosersOf(before, 0, tables), ...choosersOf(after, 1, tables)];
  if (regions.length === 0) return [];
  const words = differingWords(
    { from: describeMenu(before), to: describeMenu(after) },
    { from: describeMenuTexts(before), to: describeMenuTexts(after) },
  );
  const witness = somebodyAsked(regions, tables);
  return [{ kind: 'menu', ...words, ...(witness === undefined ? {} : { witness }) }];
}

/** All that is said, which of it to callers of unknown locale, and what the keys mean. */
function menuOf(table: RoutingTable): string {
  return canonical([
    describeMenu(table),
    table.menu?.greeting ?? null,
    offeredReasons(table).map(({ id, name }) => [id, name]),
  ]);
}

/** By rule of the table, those whom it takes for what they choose; or may take, where that is too hard to tell. */
function choosersOf(table: RoutingTable, of: 0 | 1, tables: JointTables): Box[] {
  const choosers = callersWhoChoose(offeredReasons(table), tables.space);
  const regions: Box[] = [];
  for (const [index, { asksReason, box }] of (of === 0 ? tables.before : tables.after).entries()) {
    const target = meet(box, choosers);
    if (!asksReason || isNowhere(target)) continue;
    const found = of === 0 ? tables.coverage(target, index, 0) : tables.coverage(target, 0, index);
    if (found.kind === 'uncovered') regions.push(found.region);
    else if (found.kind === 'unsettled' || !tables.space.exact) regions.push(target);
    if (regions.length >= mostRules) break;
  }
  return regions;
}

/** One of them who has not chosen yet, and whose answer makes a difference by one of the tables. */
function somebodyAsked(regions: readonly Box[], tables: JointTables): Witness | undefined {
  for (const region of regions) {
    const chooser = exampleIn(region, tables.sketch);
    if (chooser === undefined) continue;
    const { reasonId: _unsaid, ...caller } = chooser.caller;
    const example = { ...chooser, caller };
    if (tables.isAsked(example)) return witnessOf(example);
  }
  return undefined;
}
