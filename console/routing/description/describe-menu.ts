import { wordsFor } from '../../../shared/domain/routing/localized-text.ts';
import { offeredReasons } from '../../../shared/domain/routing/menu.ts';
import type { LocalizedText, Reason, RoutingTable } from '../../../shared/domain/routing/table.ts';

type MenuOfTable = Pick<RoutingTable, 'menu' | 'reasons' | 'locale'>;

/** `"Welcome to Example Bank." 1 a bill or a charge, 2 a lost or stolen card`; as those hear it of whom no locale is known. */
export function describeMenu(table: MenuOfTable): string {
  const { menu, locale } = table;
  const greeting = menu?.greeting === undefined ? '' : `"${wordsFor(menu.greeting, locale).words}" `;
  return `${greeting}${describeKeys(offeredReasons(table), locale)}`;
}

/** "1 a bill or a charge, 2 a lost or stolen card"; in the words for everybody, where no locale is given. */
export function describeKeys(reasons: readonly Reason[], locale?: string): string {
  return reasons.map(({ name }, index) => `${index + 1} ${wordsFor(name, locale).words}`).join(', ');
}

/** What those words do not show, a fact at a time: for menus that read alike and are not. */
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
