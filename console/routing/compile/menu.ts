import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import type { MenuRule } from '../../../shared/domain/routing/table.ts';
import type { FindingList } from '../findings.ts';
import { localizedText } from './localized.ts';
import { checkReference } from './scope.ts';

/** The menu, with reasons of the catalogue only: "other" has no name that could be said. */
export function compileMenu(
  { menu, reasons }: Pick<RoutingTableFile, 'menu' | 'reasons'>,
  findings: FindingList,
): MenuRule | undefined {
  if (menu === undefined) return undefined;
  const known = new Set(Object.keys(reasons));
  const seen = new Set<string>();
  for (const [index, id] of menu.reasons.entries()) {
    const path = ['menu', 'reasons', index];
    checkReference(id, known, { what: 'a reason', path, findings });
    if (seen.has(id)) findings.error('menu-reason-twice', path, `"${id}" has a key already: give it once`);
    seen.add(id);
  }
  return {
    ...(menu.greeting === undefined ? {} : { greeting: localizedText(menu.greeting) }),
    reasons: menu.reasons,
  };
}
