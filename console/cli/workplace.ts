import type { Clock } from '../../shared/ports/clock.ts';
import type { RoutingTableStore } from '../../shared/ports/routing-table-store.ts';

/** Files of this machine. Paths are as they were typed. */
export interface Files {
  /** The text of a file. Rejects when there is no such file, or it may not be read. */
  read(path: string): Promise<string>;
  /** Its lines, one by one, without their ends; never the whole file at once. Rejects as `read` does, when the first is asked for. */
  lines(path: string): AsyncIterable<string>;
  /** In octets. Rejects as `read` does. */
  size(path: string): Promise<number>;
  exists(path: string): Promise<boolean>;
  /** All of it or nothing: who reads at the same time finds the old text or the new one. Makes folders that are missing. */
  write(path: string, text: string): Promise<void>;
}

/** Tells people how far a long piece of work has come. */
export interface Progress {
  /** May be called as often as one likes; `text` is "12,000 calls". */
  at(text: string): void;
  /** For work in one piece that will take a while: "checking bank.yaml". */
  begun(text: string): void;
  /** The work is done: what was shown goes away. */
  done(): void;
}

/** What the commands work with. */
export interface Workplace {
  readonly clock: Clock;
  readonly files: Files;
  /** All that is piped in. */
  readonly readInput: () => Promise<string>;
  readonly progress: Progress;
  /** Opened by the commands that need it. May reject with a BridgeError `environment-invalid`. */
  readonly openStore: () => Promise<RoutingTableStore>;
  /** Who publishes, where nobody is named. */
  readonly user: string;
  /** Which table is shown, where none is named. */
  readonly tableName: string | undefined;
}
