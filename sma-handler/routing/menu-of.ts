import { wordsFor } from '../../shared/domain/routing/localized-text.ts';
import type { Reason, RoutingTable } from '../../shared/domain/routing/table.ts';
import type { Menu } from '../route.ts';

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
