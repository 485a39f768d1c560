import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { deployedFunctions } from '../../../infra/functions.ts';
import { functionEnvironments } from '../../../infra/local/cloud/function-environments.ts';
import { exampleBank } from '../../../infra/local/demo/example-bank/example-bank.ts';
import { environmentVariables } from '../../../infra/local/functions/environment-variables.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { hundredth, judged, percentile, type Figure } from '../report.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const importer = fileURLToPath(new URL('import-once.mjs', import.meta.url));
const run = promisify(execFile);
/** Nothing is asked of a service while a bundle is loaded. */
const nowhere = 'http://127.0.0.1:9';

/** How long our bundles take to load, beside the same entries bundled with esbuild's defaults. */
export async function coldImportFigures(rounds: number): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'cold-import-'));
  const tenant = await exampleBank();
  const environments = functionEnvironments({
    tenant,
    tableNames: {
      callContexts: 'call-contexts',
      routingTables: 'routing-tables',
      callRecords: 'call-records',
      console: 'console',
    },
    adviserBus: 'advisers',
    ids: systemIds,
    endpoints: { dynamoDb: nowhere, meetings: nowhere, voice: nowhere, events: nowhere, userInfo: nowhere },
  });
  const functions = deployedFunctions.filter(({ name }) => name === 'skill' || name === 'sma');
  const bundles = await bundleFunctions({ functions, outDir: join(directory, 'ours') });

  const figures: Figure[] = [];
  for (const definition of functions) {
    const { name, entry } = definition;
    const bundle = bundles.find((each) => each.name === name);
    const ours = join(bundle?.directory ?? '', 'index.mjs');
    const usual = join(directory, `${name}.js`);
    await bundleAsUsual(join(root, entry), usual);
    const environment = environmentVariables({
      definition: { ...definition, directory, environment: environments[name] },
      region: tenant.region,
      logStream: 'bench',
    });
    const times = await alternating(rounds, [ours, usual], environment);
    const [oursMs = 0, usualMs = 0] = times.map((each) => percentile(each, 0.5));
    const [oursLeast, usualLeast] = times.map((each) => percentile(each, 0));
    figures.push(
      judged(
        {
          name: `cold-import-ratio-${name}`,
          value: hundredth(oursMs / usualMs),
          unit: 'ratio',
          how: `import of the deployed bundle (${oursMs} ms, at least ${oursLeast}; ${kib(bundle?.coldBytes)} read of ${kib(bundle?.bytes)}) to that of \`esbuild ${entry} --bundle --platform=node\` (${usualMs} ms, at least ${usualLeast}), medians of ${rounds} fresh processes each, in turn`,
        },
        { atMost: 0.65 },
      ),
    );
  }
  await rm(directory, { recursive: true });
  return figures;
}

/**
 * Nothing but esbuild's defaults. CommonJS has no await at the top of a module: what the entry waits for there is begun and not
 * waited for, which can only be faster.
 */
async function bundleAsUsual(entry: string, outfile: string): Promise<void> {
  const source = await readFile(entry, 'utf8');
  await build({
    stdin: {
      contents: source.replaceAll(/^await /gm, 'void '),
      sourcefile: entry,
      resolveDir: dirname(entry),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'silent',
  });
}

/** Milliseconds of each file: a fresh process for each, the order turned round each time, the first round thrown away. */
async function alternating(
  rounds: number,
  files: readonly string[],
  environment: Record<string, string>,
): Promise<number[][]> {
  const times = files.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    const order = [...files.keys()];
    for (const index of round % 2 === 0 ? order : order.toReversed()) {
      const { stdout } = await run(process.execPath, [importer, files[index] ?? ''], {
        env: environment,
        timeout: 10_000,
      });
      if (round > 0) times[index]?.push(Number(stdout));
    }
  }
  return times;
}

function kib(bytes = 0): string {
  return `${Math.round(bytes / 1024)} KiB`;
}
