import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { reasonHint } from '../../../shared/domain/call-context-id.ts';
import type { FindingList } from '../findings.ts';

/** Two reasons must differ in the hint that call-context ids carry, or calls could not be told apart when the store is down. */
export function checkReasons(file: RoutingTableFile, findings: FindingList): void {
  const byHint = new Map<string, string>();
  for (const id of Object.keys(file.reasons)) {
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
