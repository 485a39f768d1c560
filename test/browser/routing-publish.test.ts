import type { BrowserContext, Page } from 'playwright-core';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { Keyboard } from '../support/browser/keyboard.ts';
import { discardDraft, highWindow, RoutingTablePage } from '../support/browser/routing-table-page.ts';
import { accountNumber } from '../support/local-cloud-fixture.ts';

const bill = ['ask example bank to call support about my bill', accountNumber, 'yes'] as const;

// In this order: calls go by what was published before.
describe('An operator who publishes a table', () => {
  let console: ConsoleInBrowser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(async () => {
    await console?.close();
  });
  beforeEach(async () => {
    ({ page, context } = await console.newVisitor(highWindow));
  });
  afterEach(async () => {
    await context.close();
    expect(console.errors()).toEqual([]);
  });

  /** The rule by which somebody's call about a bill goes now. */
  async function ruleForBills(): Promise<string | undefined> {
    const { bank } = console;
    await bank.talk(await bank.ordered(...bill));
    return (await bank.recorded()).summary?.ruleId;
  }

  it('says why, and the next call goes by it', async () => {
    const table = await RoutingTablePage.open(console, page, 'Olivia');
    await table.addsReason('lost-cards', 'billing');
    await table.isSaved();

    await table.publish('bills go where lost cards go');
    await table.draft.getByText('version 2 is in force').waitFor();

    await expect(ruleForBills()).resolves.toBe('lost-cards');
  });

  it('reviews the next draft: who would meet something else, and how many that were last week', async () => {
    const table = await RoutingTablePage.open(console, page, 'Olivia');
    await table.does('bills', 'Move to the top');
    await table.isSaved();

    await table.draft.getByRole('button', { name: 'Review …' }).click();
    const review = page.getByRole('dialog', { name: 'Review example-bank' });
    await review.getByRole('heading', { name: 'Changes against version 2' }).waitFor();
    const changes = await review.getByRole('listitem').filter({ hasText: 'Route' }).allTextContents();
    const lastWeek = await review.getByText('of the last seven days').first().textContent();
    await review.getByRole('link', { name: 'Show this caller' }).first().waitFor();

    expect(changes.join('\n')).toContain('bills');
    expect(lastWeek).toContain('Of 1 call of the last seven days');
    await expect(review.getByRole('button', { name: 'Publish' }).isEnabled()).resolves.toBe(false);
    await discardDraft(console);
  });

  it('finds it in the history with the reason, and puts the version before in force again', async () => {
    const table = await RoutingTablePage.open(console, page, 'Olivia', 'history');
    const versions = page.getByRole('list', { name: 'Versions, newest first' });
    await versions.getByRole('article', { name: 'Version 2' }).getByText('bills go where lost cards go').waitFor();

    await versions.getByRole('button', { name: 'Put in force again: version 1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Put version 1 in force again' });
    await dialog.getByRole('textbox', { name: 'Why?' }).fill('bills take too long');
    await dialog.getByRole('button', { name: 'Put in force' }).click();
    await versions.getByRole('article', { name: 'Version 3' }).getByText('as version 1').waitFor();
    await table.draft.getByText('version 3 is in force').waitFor();
    await table.part('Rules');

    await table.rule('lost-cards').filter({ hasText: 'when the reason is lost-card –' }).waitFor();
  });

  it('leaves it in the list of changes, for everybody to read', async () => {
    await console.open(page, 'Vera', '/changes');

    await page.getByRole('row').filter({ hasText: 'bills go where lost cards go' }).waitFor();
    await page.getByRole('row').filter({ hasText: 'bills take too long' }).waitFor();
  });

  it('needs no mouse: signs in, edits a rule, reviews the draft and publishes it', async () => {
    const keyboard = new Keyboard(page);
    const table = new RoutingTablePage(page);
    await page.goto(`${console.url}/routing`);
    await keyboard.press(page.getByRole('button', { name: 'Olivia' }));
    await keyboard.press(page.getByRole('link', { name: 'example-bank' }));
    await table.rule('bills').waitFor();

    await keyboard.goTo(table.rule('lost-cards'));
    await keyboard.goTo(table.rule('bills'), 'ArrowDown');
    await keyboard.press(page.getByRole('button', { name: 'Edit bills' }));
    await keyboard.goTo(table.rule('bills').getByRole('combobox', { name: 'Reason for calling' }));
    await page.keyboard.type('mortgage');
    await page.getByRole('option', { name: 'mortgage' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await table.isSaved();
    await keyboard.press(table.draft.getByRole('button', { name: 'Review …' }), 'Shift+Tab');

    const review = page.getByRole('dialog', { name: 'Review example-bank' });
    await review.getByRole('heading', { name: 'Changes against version 3' }).waitFor();
    await keyboard.goTo(review.getByRole('textbox', { name: 'Why is it changed?' }));
    await page.keyboard.type('mortgages are bills');
    await keyboard.press(review.getByRole('button', { name: 'Publish' }));
    const published = page.getByRole('dialog', { name: 'Published' });
    await keyboard.press(published.getByRole('button', { name: 'Close' }).last());

    await table.draft.getByText('version 4 is in force').waitFor();
  });
});
