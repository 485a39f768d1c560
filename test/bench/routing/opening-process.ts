import { readFileSync } from 'node:fs';
import { openPackedBranches } from '../../../shared/adapters/packed-branches/packed-branches.ts';

/** Opens the packed branches in the file that is named, asks once, and prints how many milliseconds that took. */
const octets = readFileSync(process.argv[2] ?? '');
const started = performance.now();
const branches = openPackedBranches(octets);
branches.nearest({
  from: { latitude: 47.6, longitude: -122.3 },
  withinKilometers: 100,
  upTo: 1,
  accepts: () => true,
});
console.log(performance.now() - started);
