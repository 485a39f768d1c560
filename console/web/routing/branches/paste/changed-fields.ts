import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { branchFields, fieldText } from '../branch-fields.ts';

/** What of a branch is another: "schedule: weekdays → always". */
export function changedFields(before: FileBranch, after: FileBranch): readonly string[] {
  const changes = branchFields.flatMap((field) => {
    const [from, to] = [fieldText(before, field), fieldText(after, field)];
    return from === to ? [] : [`${field}: ${from || 'none'} → ${to || 'none'}`];
  });
  // A postal code beside coordinates is not told in a cell.
  return changes.length === 0 ? ['postal code'] : changes;
}
