import { wordsFor } from './localized-text.ts';
import type { Reason, RoutingTable } from './table.ts';

/** A question to a caller of whom nothing is known but that they dialled. */
export interface Menu {
  /** Words of the table, and the locale that they are in. */
  readonly greeting?: { readonly words: string; readonly locale: string };
  /** 1 to 9, by the keys 1, 2 and so on. */
  readonly options: readonly MenuOption[];
}

export interface MenuOption {
  readonly reasonId: string;
  /** "a lost or stolen card", in the caller's language. */
  readonly name: string;
}

/** The question what the call is about, in the caller's language as far as the table speaks it; `locale` is as `callerOfTable` has it. */
export function menuOf(
  reasons: readonly Reason[],
  { menu, locale: tableLocale }: Pick<RoutingTable, 'menu' | 'locale'>,
  locale: string | undefined,
): Menu {
  return {
    ...(menu?.greeting === undefined ? {} : { greeting: wordsFor(menu.greeting, locale, tableLocale) }),
    options: reasons.map(({ id, name }) => ({ reasonId: id, name: wordsFor(name, locale).words })),
  };
}
