import type { Page } from 'playwright-core';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { discardDraft, highWindow, rulesOfDraft, RoutingTablePage } from '../support/browser/routing-table-page.ts';

describe('Signing in to the console', () => {
  let console: ConsoleInBrowser;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(async () => {
    await console?.close();
  });
  afterEach(() => {
    expect(console.errors()).toEqual([]);
  });

  it('leads to the page that was wanted', async () => {
    const { page, context } = await console.newVisitor();

    await console.openSigningIn(page, 'Olivia', '/changes');

    await page.getByRole('heading', { name: 'Changes', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/changes');
    expect(new URL(page.url()).search).toBe('');
    await expect(page.title()).resolves.toBe('Changes – Call console');
    await context.close();
  });

  it('shows a viewer no desk who goes there by hand, and says so', async () => {
    const { page, context } = await console.newVisitor();

    await console.openSigningIn(page, 'Vera', '/calls');

    await page.getByRole('link', { name: 'Calls', exact: true }).waitFor();
    await page.goto(`${console.url}/desk`);
    await page.getByRole('heading', { name: 'You may not see this' }).waitFor();
    await context.close();
  });

  it('is over after signing out', async () => {
    const { page, context } = await console.newVisitor();
    await console.openSigningIn(page, 'Andy', '/changes');

    await page.getByRole('button', { name: 'Andy Agent agent' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();

    await page.getByText('You are signed out.').waitFor();
    await expect(page.evaluate('sessionStorage.getItem("console.grant")')).resolves.toBeNull();
    await context.close();
  });

  it('leaves nothing of the person in the browser when it is over, and is over in other tabs, too', async () => {
    const { page, context } = await console.newVisitor(highWindow);
    await console.openSigningIn(page, 'Olivia', '/routing/example-bank');
    const table = new RoutingTablePage(page);
    await table.rule('mortgages').waitFor();
    await page.evaluate('localStorage.setItem("a-caller", "typed by Olivia")');
    const other = await context.newPage();
    await console.openSigningIn(other, 'Olivia', '/changes');
    await other.evaluate('sessionStorage.setItem("unfinished-forms:example-bank", "{}")');
    await page.route(draft, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await table.does('mortgages', 'Move to the top');
    await table.says('Not saved yet: kept in this browser');
    await expect(keptIn(page)).resolves.toContain('mortgages');

    await signOut(page, 'Olivia Operator operator');
    const asked = page.getByRole('alertdialog', { name: 'Sign out, and lose what is not saved?' });
    await asked.getByText('example-bank').waitFor();
    await asked.getByText('here or in another tab').waitFor();
    await asked.getByRole('button', { name: 'Sign out and delete it' }).click();
    await page.getByText('You are signed out.').waitFor();
    await other.getByText('You are signed out.').waitFor();

    await expect(keptIn(page)).resolves.toBe(nothing);
    await expect(keptIn(other)).resolves.toBe(nothing);
    await context.close();
    await discardDraft(console);
  });

  it('is not over before what was typed is saved', async () => {
    const { page, context } = await console.newVisitor(highWindow);
    await console.openSigningIn(page, 'Olivia', '/routing/example-bank');
    const table = new RoutingTablePage(page);
    await table.rule('mortgages').waitFor();
    await page.route(draft, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await table.does('mortgages', 'Move to the top');
    await table.says('Not saved yet: kept in this browser');
    await signOut(page, 'Olivia Operator operator');
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await page.unroute(draft);

    await signOut(page, 'Olivia Operator operator');
    await page.getByText('You are signed out.').waitFor();

    await expect(rulesOfDraft(console)).resolves.toEqual(['mortgages', 'lost-cards', 'bills', 'branch-visits']);
    await expect(keptIn(page)).resolves.toBe(nothing);
    await context.close();
    await discardDraft(console);
  });

  it('of somebody else in the same tab finds nothing that the person before has left', async () => {
    const { page, context } = await console.newVisitor();
    await console.openSigningIn(page, 'Olivia', '/changes');
    await page.evaluate('localStorage.setItem("a-caller", "typed by Olivia")');
    await page.evaluate('sessionStorage.setItem("unfinished-forms:example-bank", "typed by Olivia")');
    await page.evaluate('sessionStorage.removeItem("console.grant")');

    await console.openSigningIn(page, 'Andy', '/calls');
    await page.getByRole('link', { name: 'Calls', exact: true }).waitFor();

    await expect(keptIn(page)).resolves.not.toContain('Olivia');
    await expect(keptIn(page)).resolves.not.toContain('olivia');
    await context.close();
  });
});

const draft = '**/api/tables/example-bank/draft';
const nothing = '{"local":{},"session":{},"indexed":[]}';

async function signOut(page: Page, account: string): Promise<void> {
  await page.getByRole('button', { name: account }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

/** All that the browser keeps, as JSON. */
async function keptIn(page: Page): Promise<string> {
  return page.evaluate<string>(`(async () => {
    const asked = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const indexed = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        indexed.push(...(await asked(database.transaction(store).objectStore(store).getAll())));
      database.close();
    }
    return JSON.stringify({ local: { ...localStorage }, session: { ...sessionStorage }, indexed });
  })()`);
}
