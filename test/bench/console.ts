import { parseArgs } from 'node:util';
import { buildWeb } from '../../infra/web.ts';
import { openConsole } from '../support/browser/console-in-browser.ts';
import { firstPaintFigures } from './console/first-paint.ts';
import { transferFigures } from './console/transfer.ts';
import { printFigures } from './report.ts';

/** What the console costs whoever opens it: first paint, and what is transferred. `--json`. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

if (process.env['CONSOLE_DIRECTORY'] === undefined) await buildWeb();
const bank = await openConsole();
try {
  const figures = [...(await firstPaintFigures(bank)), ...(await transferFigures(bank))];
  printFigures('console', figures, values.json);
} finally {
  await bank.close();
}
