import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { reasonHint } from '../../../shared/domain/call-context-id.ts';
import type { Reason } from '../../../shared/domain/routing/table.ts';
import type { FindingList } from '../findings.ts';
import { localizedText } from './localized.ts';
import { checkSayings } from './sayings.ts';

/** The catalogue of reasons, with its words by locale. */
export function compileReasons(reasons: RoutingTableFile['reasons'], findings: FindingList): Reason[] {
  checkHints(Object.keys(reasons), findings);
  checkSayings(reasons, findings);
  return Object.entries(reasons).map(([id, { name, synonyms = [] }]) => ({
    id,
    name: localizedText(name),
    synonyms: Array.isArray(synonyms) ? { default: synonyms } : synonyms,
  }));
}

/** Two reasons must differ in the hint that call-context ids carry, or calls could not be told apart when the store is down. */
function checkHints(ids: readonly string[], findings: FindingList): void {
  const byHint = new Map<string, string>();
  for (const id of ids) {
    const hint = reasonHint(id);
    const other = byHint.get(hint);
    if (other === undefined) byHint.set(hint, id);
    else
      findings.error(
        'reason-hint-twice',
        ['reasons', id],
        `begins with the same ${hint.length} characters as "${other}": rename one of them, so that the first 10 differ`,
      );
  }
}
