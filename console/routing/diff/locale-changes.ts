import { usualLocale } from '../../../shared/domain/routing/localized-text.ts';
import { run } from '../analysis/atom-set.ts';
import { boxOf } from '../analysis/box.ts';
import { localeAt } from '../analysis/space.ts';
import { exampleIn, witnessOf } from '../analysis/witness.ts';
import type { JointTables } from './joint-tables.ts';
import type { LocaleChange } from './table-diff.ts';

/** The table's locale, when another is spoken: whoever is of unknown locale hears it, wherever their call goes. */
export function localeChanges(tables: JointTables): LocaleChange[] {
  const [{ locale: from = usualLocale }, { locale: to = usualLocale }] = tables.tables;
  if (from === to) return [];
  const example = exampleIn(boxOf([[localeAt, run(0, 1)]]), tables.sketch);
  return [{ kind: 'locale', from, to, ...(example === undefined ? {} : { witness: witnessOf(example) }) }];
}
