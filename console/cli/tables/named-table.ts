import type { RoutingTableStore } from '../../../shared/ports/routing-table-store.ts';
import type { PublishedTable } from '../../../shared/domain/routing/table.ts';
import { failure, type Report } from '../report.ts';

/** A table in the store, as it is typed: "example-bank" is its current version, "example-bank@12" that one. */
export interface TableName {
  readonly name: string;
  readonly version?: number;
}

const pattern = /^(?<name>[a-z][a-z0-9-]{0,31})(?:@(?<version>[1-9]\d{0,8}))?$/;

export function readTableName(word: string): TableName | undefined {
  const groups = pattern.exec(word)?.groups;
  const { name, version } = groups ?? {};
  if (name === undefined) return undefined;
  return { name, ...(version === undefined ? {} : { version: Number(version) }) };
}

export type FoundVersion =
  | { readonly kind: 'found'; readonly name: string; readonly version: number }
  | { readonly kind: 'failed'; readonly report: Report };

/** Which version a name stands for: the one that it says, else the one that is in force. */
export async function findVersion({ name, version }: TableName, store: RoutingTableStore): Promise<FoundVersion> {
  const current = version ?? (await store.currentVersion(name));
  if (current !== 0) return { kind: 'found', name, version: current };
  return {
    kind: 'failed',
    report: failure(
      1,
      'nothing-published',
      [`nothing has been published as ${name}: npm run routes -- list says what has`],
      {
        name,
      },
    ),
  };
}

export type LoadedTable =
  | { readonly kind: 'loaded'; readonly published: PublishedTable }
  | { readonly kind: 'failed'; readonly report: Report };

export async function loadNamed(wanted: TableName, store: RoutingTableStore): Promise<LoadedTable> {
  const found = await findVersion(wanted, store);
  if (found.kind === 'failed') return found;
  const { name, version } = found;
  const published = await store.load(name, version);
  if (published !== undefined) return { kind: 'loaded', published };
  return { kind: 'failed', report: versionMissing(name, version) };
}

/** `record-missing`. */
export function versionMissing(name: string, version: number): Report {
  return failure(
    1,
    'record-missing',
    [`there is no version ${version} of ${name}: npm run routes -- list ${name} says which there are`],
    { name, version },
  );
}
