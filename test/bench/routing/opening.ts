import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packBranches } from '../../../shared/adapters/packed-branches/packed-branches.ts';
import { judged, percentile, type Figure } from '../report.ts';
import { branchesOf } from './bench-table.ts';
import { Draw } from './draw.ts';

const processes = 7;

/** What a table costs a function that starts. */
export function openingFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'routing-bench-'));
  const file = join(folder, 'branches');
  try {
    const octets = packBranches(branchesOf(100_000, new Draw('opening')));
    writeFileSync(file, octets);
    const script = join(import.meta.dirname, 'opening-process.ts');
    const samples = Array.from({ length: processes }, () =>
      Number(execFileSync(process.execPath, [script, file], { encoding: 'utf8', timeout: 30_000 })),
    );
    return [
      judged(
        {
          name: 'branches-100000-open-ms',
          value: percentile(samples, 0.5),
          unit: 'ms',
          how: `from ${octets.length} octets in memory to the first answer, in a fresh process; median of ${processes}`,
        },
        { atMost: 40 },
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
