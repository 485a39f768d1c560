// Loads a bundle as Lambda's runtime does, .mjs by import() and other files by require(), and says how many milliseconds it took.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [file = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const started = performance.now();
const loaded = file.endsWith('.mjs') ? await import(pathToFileURL(file).href) : require(file);
const milliseconds = performance.now() - started;
if (typeof loaded.handler !== 'function') throw new Error(`${file} exports no handler`);
// The end of the process is none of it: clients may hold it open.
process.stdout.write(`${milliseconds}\n`, () => process.exit(0));
