import type { Command } from './command.ts';
import { check } from './commands/check.ts';
import { decide } from './commands/decide.ts';
import { diff } from './commands/diff.ts';
import { exportTable } from './commands/export.ts';
import { importBranches } from './commands/import.ts';
import { list } from './commands/list.ts';
import { newTable } from './commands/new.ts';
import { publish } from './commands/publish.ts';
import { reasons } from './commands/reasons.ts';
import { replay } from './commands/replay.ts';
import { rollback } from './commands/rollback.ts';
import { schema } from './commands/schema.ts';
import { show } from './commands/show.ts';

/** In the order in which one needs them. */
export const commands: readonly Command[] = [
  newTable,
  check,
  decide,
  diff,
  replay,
  publish,
  rollback,
  list,
  show,
  exportTable,
  importBranches,
  reasons,
  schema,
];
