import type { Logger } from '../../shared/observability/logger.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import type { ChangeLog } from '../../shared/ports/change-log.ts';
import type { CallRecordStore } from '../../shared/ports/call-record-store.ts';
import type { MeetingPlaces } from '../../shared/ports/meeting-places.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { CallControl } from './call-control.ts';

/** What the routes of calls and their contexts are served from. */
export interface ConsoleServices {
  readonly clock: Clock;
  readonly contextIds: CallContextIds;
  readonly contexts: CallContextStore;
  /** Absent where there is no CALL_RECORDS_TABLE. */
  readonly callRecords?: CallRecordStore;
  /** Absent where there are neither CALL_COMMAND_KEYS nor CALL_COMMAND_SECRET. */
  readonly callControl?: CallControl;
  /** Places for advisers in meetings that callers wait in. */
  readonly meetingPlaces?: MeetingPlaces;
  /** Absent where there is no CONSOLE_TABLE: then who looked at a context is told by its receipts alone. */
  readonly changes?: Pick<ChangeLog, 'add'>;
  readonly log: Logger;
}
