import { parseArgs } from 'node:util';
import { buildWeb } from '../../infra/web.ts';
import { openConsole } from '../support/browser/console-in-browser.ts';
import { editFigures } from './console/edit-to-findings.ts';
import { firstPaintFigures } from './console/first-paint.ts';
import { scrollFigures } from './console/scrolling.ts';
import { transferFigures } from './console/transfer.ts';
import { printFigures } from './report.ts';

/**
 * What the console costs whoever opens it: first paint, what is transferred, large tables. `--json`; `--full` for 100,000 branches
 * in place of 10,000. `CONSOLE_DIRECTORY`: it is built there already.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
});

if (process.env['CONSOLE_DIRECTORY'] === undefined) await buildWeb();
const bank = await openConsole();
try {
  const figures = [
    ...(await firstPaintFigures(bank)),
    ...(await transferFigures(bank)),
    ...(await editFigures(bank)),
    ...(await scrollFigures(bank, { rules: 10_000, branches: values.full ? 100_000 : 10_000 })),
  ];
  printFigures('console', figures, values.json);
} finally {
  await bank.close();
}
