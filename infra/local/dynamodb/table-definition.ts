import type { TableDefinition } from '../../../shared/contracts/tables.ts';

/** A table of the functions under the name it has here. */
export interface NamedTable extends TableDefinition {
  /** 3 to 255 of a-z, A-Z, 0-9, `_`, `-` and `.`. */
  readonly tableName: string;
}
