import type { BrowserContext, Page } from 'playwright-core';
import { axe } from '../support/browser/axe.ts';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { nora, placeCall } from '../support/browser/place-call.ts';

describe('A call', () => {
  let console: ConsoleInBrowser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    console = await openConsole(undefined, {}, { echoCalls: true });
  });
  afterAll(async () => {
    await console?.close();
  });
  beforeEach(async () => {
    ({ page, context } = await console.newVisitor());
  });
  afterEach(async () => {
    await context.close();
    console.bank.cloud.desk.behave('answer');
    await console.bank.cloud.pstnAudio.idle();
    expect(console.errors()).toEqual([]);
  });

  const verdict = (words: string): Promise<void> => page.getByRole('status').filter({ hasText: words }).waitFor();

  it('is simulated: by which rule, why by no other, and what becomes of it when somebody is busy', async () => {
    await console.open(page, 'Vera', '/simulator/example-bank');
    await page.getByRole('combobox', { name: 'Reason' }).fill('billing');
    await page.keyboard.press('Escape');
    await verdict('bills takes the call');
    await page.getByRole('region', { name: 'Rules that do not fit' }).getByText('lost-cards').waitFor();
    await page.getByRole('textbox', { name: 'ZIP or postal code' }).fill('98101');

    await page.getByRole('button', { name: 'answers contact centre support' }).click();
    await page.getByRole('option', { name: 'does not answer' }).click();

    await verdict('talks to branch seattle-downtown');
    await page.getByRole('region', { name: /^Map of 5 branches/ }).waitFor();
  });

  it('is placed for real, with telephones as in the simulation, and looked at as a ladder', async () => {
    await console.open(page, 'Olivia', '/simulator/example-bank');
    await page.getByRole('combobox', { name: 'Reason' }).fill('billing');
    await page.keyboard.press('Escape');
    await verdict('bills takes the call');
    await page.getByRole('button', { name: 'Place this call for real' }).click();
    const dialog = page.getByRole('dialog', { name: 'Place this call for real' });
    await dialog.getByRole('button', { name: 'Place the call' }).click();

    await dialog.getByRole('link').first().click();

    await page.getByRole('heading', { name: 'One call', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.getByText('bills').first().waitFor();
    await page
      .getByRole('table')
      .last()
      .getByText(/Lambda/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Hang up …' }).click();
    await page.getByRole('button', { name: 'Hang up', exact: true }).click();
    await page.getByRole('button', { name: 'Hang up …' }).waitFor({ state: 'detached' });
  });

  it('appears among the live ones while it rings, is answered, and ends', async () => {
    console.bank.cloud.desk.behave('ask');
    await console.open(page, 'Olivia', '/calls');
    await page.getByText('live', { exact: true }).waitFor();
    const transactionId = await placeCall(console, nora);
    const row = page.getByRole('row').filter({ has: page.locator(`a[href="/calls/${transactionId}"]`) });

    await row.filter({ hasText: /being routed|ringing/ }).waitFor();
    await agentAnswers(console);
    await row.filter({ hasText: 'talking' }).waitFor();
    await console.bank.cloud.operatorConsole.command(transactionId, { command: 'hangUp' });

    await row.filter({ hasText: 'answered' }).waitFor();
  });

  it('is found by its id, with its decision, and axe finds nothing wrong with its page', async () => {
    const transactionId = await placeCall(console, { ...nora, hangUpAfterSeconds: 2 });
    await console.bank.cloud.pstnAudio.idle();
    await console.open(page, 'Vera', '/calls');

    await page.getByRole('searchbox', { name: 'Transaction id' }).fill(`it was ${transactionId}`);

    await page.getByText(transactionId).first().waitFor();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await expect(axe(page)).resolves.toEqual([]);
  });

  it('is counted in the figures, by whom it reached', async () => {
    await console.open(page, 'Vera', '/figures');

    await page.getByText(/[1-9]\d* calls? counted/).waitFor();

    await page.getByText('contactCenter:support').or(page.getByText('contact centre support')).first().waitFor();
  });
});

async function agentAnswers({ bank }: ConsoleInBrowser): Promise<void> {
  for (;;) {
    const ringing = bank.cloud.agentsPhones.phones.find(({ state }) => state === 'ringing');
    if (ringing !== undefined) {
      await bank.cloud.agentsPhones.handle(ringing.phone, 'answer');
      return;
    }
    await bank.cloud.operatorConsole.ask('/calls/live');
  }
}
