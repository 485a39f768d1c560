import type { Clock } from '../../shared/ports/clock.ts';
import type { RoutingTableStore } from '../../shared/ports/routing-table-store.ts';

/** What the commands work with. */
export interface Workplace {
  readonly clock: Clock;
  /** Rejects when there is no such file, or it may not be read. */
  readonly readFile: (path: string) => Promise<string>;
  /** Opened by the commands that need it. May throw a BridgeError `environment-invalid`. */
  readonly openStore: () => RoutingTableStore;
  /** Who publishes, where nobody is named. */
  readonly user: string;
  /** Which table is shown, where none is named. */
  readonly tableName: string | undefined;
}
