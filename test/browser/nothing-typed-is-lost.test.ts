import type { BrowserContext, Page } from 'playwright-core';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { discardDraft, highWindow, rulesOfDraft, RoutingTablePage } from '../support/browser/routing-table-page.ts';

const token = '**/oauth2/token';
const draft = '**/api/tables/example-bank/draft';
const moved = ['mortgages', 'lost-cards', 'bills', 'branch-visits'];

describe('What an operator has typed', () => {
  let console: ConsoleInBrowser;
  let context: BrowserContext;
  let page: Page;
  let table: RoutingTablePage;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(async () => {
    await console?.close();
  });
  beforeEach(async () => {
    ({ page, context } = await console.newVisitor(highWindow));
    table = await RoutingTablePage.open(console, page, 'Olivia');
    await table.rule('mortgages').waitFor();
  });
  afterEach(async () => {
    await context.close();
    await discardDraft(console);
    expect(console.errors()).toEqual([]);
  });

  it('is saved once the connection is back', async () => {
    await context.setOffline(true);
    await table.does('mortgages', 'Move to the top');
    await table.says('Not saved yet: kept in this browser, tried again by itself');
    await page.getByText('The console does not answer').waitFor();

    await context.setOffline(false);
    await table.isSaved();

    await expect(rulesOfDraft(console)).resolves.toEqual(moved);
  });

  it('is there after a reload while nobody answers, and saved then', async () => {
    await page.route(draft, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await table.does('mortgages', 'Move to the top');
    await table.says('Not saved yet: kept in this browser');

    await page.reload();
    await table.rule('mortgages').filter({ hasText: '1.' }).waitFor();
    const afterReload = await table.rulesInOrder();
    await page.unroute(draft);
    await table.isSaved();

    expect(afterReload).toEqual(moved);
    await expect(rulesOfDraft(console)).resolves.toEqual(moved);
  });

  it('is there after a reload when the API has refused it', async () => {
    await page.route(draft, (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 413, json: { code: 'table-too-large', message: 'The table is too large.' } })
        : route.continue(),
    );
    await table.does('mortgages', 'Move to the top');
    await table.says('Not saved: kept in this browser');

    await page.reload();
    await table.rule('mortgages').filter({ hasText: '1.' }).waitFor();

    await expect(table.rulesInOrder()).resolves.toEqual(moved);
  });

  it('in a field that is not finished is there after a reload, and marked', async () => {
    await page.getByRole('button', { name: 'Edit mortgages' }).click();
    await table
      .rule('mortgages')
      .getByRole('button', { name: /^Remove mortgage –/ })
      .click();
    await table.rule('mortgages').getByText('unfinished').waitFor();

    await page.reload();

    await table.rule('mortgages').getByText('unfinished').waitFor();
  });

  it('is saved after the token has expired meanwhile, without a word', async () => {
    await page.route(draft, (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }), { times: 1 });
    const renewal = page.waitForRequest(token);

    await table.does('mortgages', 'Move to the top');
    await renewal;
    await table.isSaved();

    await expect(rulesOfDraft(console)).resolves.toEqual(moved);
  });

  it('is saved after the sign-in has ended meanwhile, once they have signed in again', async () => {
    await page.route(draft, (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }), { times: 1 });
    await page.route(token, (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }), { times: 1 });
    await table.does('mortgages', 'Move to the top');
    const ended = page.getByRole('alertdialog', { name: 'Your sign-in has ended' });
    await ended.waitFor();
    const windowComes = context.waitForEvent('page');

    await ended.getByRole('button', { name: 'Sign in again' }).click();
    await console.signIn(await windowComes, 'Olivia');
    await ended.waitFor({ state: 'hidden' });
    await table.isSaved();

    await expect(table.rulesInOrder()).resolves.toEqual(moved);
    await expect(rulesOfDraft(console)).resolves.toEqual(moved);
  });
});
