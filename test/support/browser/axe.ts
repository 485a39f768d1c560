import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import type { Page } from 'playwright-core';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds on the page as it is shown now (WCAG 2.2 A and AA, and good practice), a line each: none is what one wants. */
export async function axe(page: Page): Promise<readonly string[]> {
  // By the debugger's way in, which the page's content security policy does not concern.
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const { violations } = await page.evaluate<{ violations: readonly Result[] }>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const where = target.flat().join(' ');
      return `${id}: ${help} – ${where}: ${failureSummary.replaceAll(/\s+/g, ' ')}`;
    }),
  );
}
