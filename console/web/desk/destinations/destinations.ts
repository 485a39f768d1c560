import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import type { FileAttempt } from '../../../../shared/contracts/table-file/attempts.ts';
import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import { branchesOf } from '../../workbench/plain-table.ts';
import { readPlain } from '../../workbench/read-plain.ts';

/** The kinds that a call can be transferred to. */
export const transferKinds = ['contactCenter', 'branch', 'phone', 'meeting'] as const;
export type TransferKind = (typeof transferKinds)[number];

/** Somebody whom calls can be sent to. */
export interface NamedDestination {
  /** "branch:tacoma" */
  readonly id: string;
  readonly kind: TransferKind;
  readonly name: string;
}

/**
 * All destinations of a table: its contact centres, its branches, and the telephones and meetings that its rules name. None while the
 * text cannot be read, which a table in force can. In a worker: there may be a hundred thousand branches.
 */
export function destinationsOf(source: TableSourceBody): readonly NamedDestination[] {
  const plain = readPlain(source);
  const file = routingTableFileSchema.safeParse(plain.file).data;
  if (file === undefined) return [];
  const attempts = [...file.rules.flatMap((rule) => rule.attempts), ...file.default.attempts].flatMap(eachOf);
  const found = [
    ...Object.keys(file.contactCenters).map((id) => destination('contactCenter', id)),
    ...attempts.flatMap(({ meeting }) => (meeting === undefined ? [] : [destination('meeting', meeting)])),
    ...attempts.flatMap(({ phone }) => (phone === undefined ? [] : [destination('phone', phone.id)])),
    ...Array.from(branchesOf(plain), ([id, { name }]) => destination('branch', id, name)),
  ];
  return [...new Map(found.map((each) => [each.id, each])).values()];
}

function destination(kind: TransferKind, id: string, name: string = id): NamedDestination {
  return { id: `${kind}:${id}`, kind, name };
}

/** Telephones and meetings have no list of their own: attempts name them, those of a choice too. */
function eachOf(attempt: FileAttempt): readonly Pick<FileAttempt, 'meeting' | 'phone'>[] {
  return attempt.choice === undefined ? [attempt] : attempt.choice.from;
}
