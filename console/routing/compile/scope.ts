import { suggestion } from '../../../shared/contracts/table-file/nearest-name.ts';
import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import type { FilePath, FindingList } from '../findings.ts';
import type { PhoneBook } from './phone-book.ts';

/** What every part of a rule is compiled against. */
export interface Scope {
  readonly file: RoutingTableFile;
  readonly phoneBook: PhoneBook;
  readonly findings: FindingList;
}

/** Reports a name that stands for nothing, with the nearest one that does. `what`: "a schedule". */
export function checkReference(
  name: string,
  known: readonly string[],
  reference: { readonly what: string; readonly path: FilePath; readonly findings: FindingList },
): void {
  if (known.includes(name)) return;
  reference.findings.error(
    'unknown-reference',
    reference.path,
    `"${name}" is not ${reference.what} of this file${suggestion(name, known)}`,
  );
}
