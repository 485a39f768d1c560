import { offeredReasons } from '../../../shared/domain/routing/menu.ts';
import type { LocalizedText, Reason, RoutingTable } from '../../../shared/domain/routing/table.ts';

type MenuOfTable = Pick<RoutingTable, 'menu' | 'reasons'>;

/** `"Welcome to Example Bank." 1 a bill or a charge, 2 a lost or stolen card`; in the words for everybody. */
export function describeMenu(table: MenuOfTable): string {
  const greeting = table.menu?.greeting;
  return `${greeting === undefined ? '' : `"${greeting.default}" `}${describeKeys(offeredReasons(table))}`;
}

/** "1 a bill or a charge, 2 a lost or stolen card". */
export function describeKeys(reasons: readonly Reason[]): string {
  return reasons.map(({ name }, index) => `${index + 1} ${name.default}`).join(', ');
}

/** What the words for everybody do not show, a fact at a time: for menus that read alike and are not. */
export function describeMenuTexts(table: MenuOfTable): string[] {
  const greeting = table.menu?.greeting;
  return [
    ...(greeting === undefined ? [] : textsOf('the greeting', greeting)),
    ...offeredReasons(table).flatMap(({ id, name }, index) => [`${index + 1} is ${id}`, ...textsOf(id, name)]),
  ];
}

function textsOf(what: string, texts: LocalizedText): string[] {
  return Object.entries(texts).map(([locale, words]) => `${what} is (${locale}) "${words}"`);
}
