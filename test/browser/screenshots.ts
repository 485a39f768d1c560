import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildWeb } from '../../infra/web.ts';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { nora, placeCall } from '../support/browser/place-call.ts';

/** Pictures of the console for the README, taken from the running console: `npm run screenshots`. */
const folder = fileURLToPath(new URL('../../console/web/screenshots/', import.meta.url));

await mkdir(folder, { recursive: true });
if (process.env['CONSOLE_DIRECTORY'] === undefined) await buildWeb();
const bank = await openConsole(undefined, {}, { echoCalls: true });
try {
  await takePictures(bank);
} finally {
  await bank.close();
}

async function takePictures(console: ConsoleInBrowser): Promise<void> {
  const { page } = await console.newVisitor({ viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1.5 });
  await console.open(page, 'Olivia', '/routing/example-bank');
  await page.getByRole('row', { name: 'mortgages' }).waitFor();
  await picture(page, 'rules');

  await page.getByRole('tab', { name: 'Branches' }).click();
  await page.getByRole('region', { name: /^Map of/ }).waitFor();
  await picture(page, 'branches');

  await page.goto(`${console.url}/simulator/example-bank`);
  await page.getByRole('combobox', { name: 'Reason' }).fill('billing');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'ZIP or postal code' }).fill('98101');
  await page.getByRole('status').filter({ hasText: 'bills takes the call' }).waitFor();
  await picture(page, 'simulator');

  console.bank.cloud.desk.behave('ask');
  await page.goto(`${console.url}/desk`);
  await page.getByRole('button', { name: /^My destinations/ }).click();
  await page.getByRole('option', { name: /support/ }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  const transactionId = await placeCall(console, nora);
  await page.getByText('Nora Example').waitFor();
  await picture(page, 'desk');
  await page.getByRole('button', { name: 'Answer contact centre support' }).click();
  await page.getByText('you talk').waitFor();
  await page.getByRole('button', { name: 'Hang up contact centre support' }).click();
  await page.getByText('There is none at the moment').waitFor();

  await page.goto(`${console.url}/calls/${transactionId}`);
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await picture(page, 'call');

  await page.goto(`${console.url}/figures`);
  await page.getByText('counted').waitFor();
  await picture(page, 'figures');
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
