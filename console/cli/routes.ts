import { text as readAll } from 'node:stream/consumers';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { runRoutes } from './run-routes.ts';
import { nodeFiles } from './terminal/node-files.ts';
import { silentProgress, terminalProgress } from './terminal/progress.ts';

const { exitCode, text } = await runRoutes(process.argv.slice(2), {
  clock: systemClock,
  // npm runs scripts in the folder of the package, and says where the user stands.
  files: nodeFiles(systemIds, process.env['INIT_CWD'] ?? process.cwd()),
  readInput: () => readAll(process.stdin),
  progress: process.stderr.isTTY
    ? terminalProgress(systemClock, (written) => void process.stderr.write(written))
    : silentProgress,
  openStore: async () => {
    // Most commands need no store, and the AWS SDK takes longer to load than they take to run.
    const { openStore } = await import('./terminal/open-store.ts');
    return openStore(process.env);
  },
  user: process.env['USER'] ?? process.env['USERNAME'] ?? 'unknown',
  tableName: process.env['ROUTING_TABLE_NAME'],
});
console.log(text);
process.exitCode = exitCode;
