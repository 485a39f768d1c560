import { assertNever } from '../assert-never.ts';
import type { Ringing } from './attempt-policy.ts';
import type { Branch } from './branches.ts';
import type { Caller } from './caller.ts';
import { namedBranch, type IndexedTable } from './indexed-table.ts';
import { wordsFor } from './localized-text.ts';
import type { Attempt } from './plan.ts';
import type { SimpleAttemptRule } from './table.ts';

/** The attempt with all that is needed to make it; none when it names something that the table does not have. */
export function simpleAttempts(
  rule: SimpleAttemptRule,
  { indexed, caller }: { readonly indexed: IndexedTable; readonly caller: Caller },
): readonly Attempt[] {
  switch (rule.kind) {
    case 'contactCenter': {
      const contactCenter = indexed.contactCenters.get(rule.id);
      if (contactCenter === undefined) return [];
      const { id, voiceConnectorArn, user, headers } = contactCenter;
      return [{ kind: rule.kind, id, voiceConnectorArn, user, headers, ...ringing(rule) }];
    }
    case 'branch': {
      const index = namedBranch(indexed.table, rule.id);
      return index === undefined ? [] : [branchAttempt(indexed.table.branches.at(index), rule)];
    }
    case 'lookUp':
      return indexed.lookUps.has(rule.id) ? [rule] : [];
    case 'message':
    case 'voicemail':
      return [{ ...rule, ...wordsFor(rule.words, caller.locale, indexed.table.locale) }];
    case 'phone':
    case 'meeting':
      return [rule];
    default:
      return assertNever(rule);
  }
}

export function branchAttempt({ id, number }: Branch, rule: Ringing): Attempt {
  return { kind: 'branch', id, number, ...ringing(rule) };
}

/** How long it rings and what follows, of a rule that says other things besides. */
function ringing({ timeoutSeconds, onOutcome }: Ringing): Ringing {
  return onOutcome === undefined ? { timeoutSeconds } : { timeoutSeconds, onOutcome };
}
