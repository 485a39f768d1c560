import type { Clock } from '../../shared/ports/clock.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import type { CallRecordStore } from '../../shared/ports/call-record-store.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { Answer } from './answer.ts';
import type { CallControl } from './call-control.ts';
import type { ConsoleEvent } from './token.ts';

/** What routes are served from. */
export interface ConsoleServices {
  readonly clock: Clock;
  readonly contextIds: CallContextIds;
  readonly contexts: CallContextStore;
  /** Absent where there is no CALL_RECORDS_TABLE. */
  readonly callRecords?: CallRecordStore;
  /** Absent where there are neither CALL_COMMAND_KEYS nor CALL_COMMAND_SECRET. */
  readonly callControl?: CallControl;
  readonly log: Logger;
}

/** One route of the console API. */
export interface Route {
  /** As API Gateway names it: "GET /call-contexts/{id}". */
  readonly key: string;
  /** What the token must grant. */
  readonly scope: string;
  /** May reject with a BridgeError `store-unavailable`. */
  answer(event: ConsoleEvent, services: ConsoleServices): Promise<Answer>;
}
