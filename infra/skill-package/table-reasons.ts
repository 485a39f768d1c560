import { runRoutes } from '../../console/cli/run-routes.ts';
import { nodeFiles } from '../../console/cli/terminal/node-files.ts';
import { silentProgress } from '../../console/cli/terminal/progress.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';

export type ReasonsWriting = { readonly kind: 'written' } | { readonly kind: 'failed'; readonly problem: string };

/**
 * Writes a table's reasons into an interaction model with the operator's own command; what it says goes on.
 *
 * @param folder where relative paths start.
 */
export async function writeTableReasons(table: string, modelFile: string, folder: string): Promise<ReasonsWriting> {
  const { exitCode, text } = await runRoutes(['reasons', table, '--into', modelFile], {
    clock: systemClock,
    files: nodeFiles(systemIds, folder),
    readInput: () => Promise.resolve(''),
    progress: silentProgress,
    openStore: async () => {
      const { openStore } = await import('../../console/cli/terminal/open-store.ts');
      return openStore(process.env);
    },
    user: 'skill-package',
    tableName: undefined,
  });
  return exitCode === 0 ? { kind: 'written' } : { kind: 'failed', problem: `--table: ${text}` };
}
