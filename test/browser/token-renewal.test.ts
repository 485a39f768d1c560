import type { Page } from 'playwright-core';
import { axe } from '../support/browser/axe.ts';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';

const tokenEndpoint = '**/oauth2/token';

describe('A sign-in that has lasted', () => {
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

  it('is renewed without a word when the token has expired', async () => {
    const { page, context } = await console.newVisitor();
    await console.openSigningIn(page, 'Olivia', '/changes');
    await changesAreListed(page);
    await tokenExpires(page);
    const renewal = page.waitForResponse(tokenEndpoint);

    await page.reload();
    await changesAreListed(page);

    const form = new URLSearchParams((await renewal).request().postData() ?? '');
    expect(form.get('grant_type')).toBe('refresh_token');
    await expect(page.getByRole('alertdialog').count()).resolves.toBe(0);
    await context.close();
  });

  it('is renewed once when the API refuses a token that looked good', async () => {
    const { page, context } = await console.newVisitor();
    await console.openSigningIn(page, 'Olivia', '/changes');
    await changesAreListed(page);
    await context.route(
      '**/api/changes?*',
      (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }),
      {
        times: 1,
      },
    );
    const renewal = page.waitForRequest(tokenEndpoint);

    await page.getByRole('button', { name: 'Refresh' }).click();

    expect((await renewal).method()).toBe('POST');
    await changesAreListed(page);
    await context.close();
  });

  it('that cannot be renewed is begun again in a window beside the page, which keeps what was typed', async () => {
    const { page, context } = await console.newVisitor();
    await console.openSigningIn(page, 'Olivia', '/changes');
    await changesAreListed(page);
    await page.getByRole('searchbox', { name: 'Who, where or why' }).fill('typed before the sign-in ended');
    await context.route(
      '**/api/changes?*',
      (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }),
      {
        times: 1,
      },
    );
    await context.route(tokenEndpoint, (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }), {
      times: 1,
    });
    await page.getByRole('button', { name: 'Refresh' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Your sign-in has ended' });
    await dialog.waitFor();
    await expect(axe(page)).resolves.toEqual([]);
    const windowComes = context.waitForEvent('page');

    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    const beside = await windowComes;
    await console.signIn(beside, 'Olivia');

    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('status').filter({ hasText: 'loaded changes' }).waitFor();
    const kept = page.getByRole('searchbox', { name: 'Who, where or why' });
    await expect(kept.inputValue()).resolves.toBe('typed before the sign-in ended');
    await context.close();
  });

  it('is waited for while nobody answers, and goes on by itself once somebody does', async () => {
    const { page, context } = await console.newVisitor();
    await console.openSigningIn(page, 'Olivia', '/changes');
    await changesAreListed(page);

    await context.setOffline(true);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('The console does not answer').waitFor();
    await context.setOffline(false);

    await page.getByText('The connection is back').waitFor();
    await page.getByText('The console does not answer').waitFor({ state: 'hidden' });
    await context.close();
  });
});

async function changesAreListed(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'loaded changes' }).waitFor();
}

/** As if the tab had been left for an hour. */
async function tokenExpires(page: Page): Promise<void> {
  await page.evaluate(`{
    const grant = JSON.parse(sessionStorage.getItem('console.grant'));
    const hour = 3_600_000;
    const old = { ...grant, issuedAt: grant.issuedAt - 2 * hour, expiresAt: grant.expiresAt - 2 * hour };
    sessionStorage.setItem('console.grant', JSON.stringify(old));
  }`);
}
