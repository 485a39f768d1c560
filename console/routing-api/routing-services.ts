import type { Logger } from '../../shared/observability/logger.ts';
import type { CallRecordStore } from '../../shared/ports/call-record-store.ts';
import type { ChangeLog } from '../../shared/ports/change-log.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { DraftStore } from '../../shared/ports/draft-store.ts';
import type { RoutingTableStore } from '../../shared/ports/routing-table-store.ts';

/** What the routes of tables, and of the figures of calls, are served from. */
export interface RoutingServices {
  readonly clock: Clock;
  readonly tables: RoutingTableStore;
  readonly drafts: DraftStore;
  readonly changes: ChangeLog;
  /** Absent where there is no CALL_RECORDS_TABLE. */
  readonly callRecords?: CallRecordStore;
  readonly log: Logger;
}
