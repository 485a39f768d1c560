import type { TableResponse } from '../../shared/contracts/tables-api.ts';
import { BridgeError } from '../../shared/errors.ts';
import type { VersionRecord } from '../../shared/ports/routing-table-store.ts';
import { answerJson, type Answer } from '../api/answer.ts';
import type { RoutingServices } from './routing-services.ts';
import { versionAnswer } from './version-answer.ts';

/** A version with its files. Rejects with a BridgeError `record-corrupt` when they are not there: versions are never published without. */
export async function tableAnswer(
  name: string,
  record: VersionRecord,
  { tables, log }: Pick<RoutingServices, 'tables' | 'log'>,
): Promise<Answer> {
  const source = await tables.source(name, record.version);
  if (source === undefined) throw new BridgeError('record-corrupt', 'stored routing table: a version has no files');
  log.info('table-read', { status: 200, tableVersion: record.version });
  return answerJson(200, { name, version: versionAnswer(record), source } satisfies TableResponse);
}
