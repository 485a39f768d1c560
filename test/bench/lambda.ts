import { parseArgs } from 'node:util';
import { coldImportFigures } from './lambda/cold-import.ts';
import { roundTripFigures } from './lambda/round-trips.ts';
import { startSmaBench } from './lambda/sma-bench.ts';
import { warmOverheadFigures } from './lambda/warm-overhead.ts';
import { printFigures } from './report.ts';

/** What the functions cost a caller who waits: the bundles as deployed, cold and warm. `--json`, `--full`. */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
});

const coldImports = await coldImportFigures(values.full ? 120 : 40);
const bench = await startSmaBench();
const warm = await warmOverheadFigures(bench, values.full ? 2000 : 400);
const roundTrips = await roundTripFigures(bench);
await bench.close();
printFigures('lambda', [...warm, ...roundTrips, ...coldImports], values.json);
