import { compileTableText, type Compilation } from '../../../../console/routing/compile-table.ts';
import { epochMs } from '../../../../shared/domain/time.ts';

const now = epochMs(Date.parse('2026-11-21T00:00:00Z'));

export function compile(text: string): Compilation {
  return compileTableText(text, { now });
}
