import type { Page } from 'playwright-core';
import { axe } from '../support/browser/axe.ts';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';

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

    await console.open(page, 'Olivia', '/changes');

    await page.getByRole('heading', { name: 'Changes', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/changes');
    expect(new URL(page.url()).search).toBe('');
    await expect(page.title()).resolves.toBe('Changes – Call console');
    await context.close();
  });

  it('shows a viewer no desk, and says so to whoever goes there by hand', async () => {
    const { page, context } = await console.newVisitor();

    await console.open(page, 'Vera', '/calls');

    await page.getByRole('link', { name: 'Calls', exact: true }).waitFor();
    await expect(placesOn(page)).resolves.toEqual(['Routing', 'Simulator', 'Calls', 'Figures', 'Changes']);
    await page.goto(`${console.url}/desk`);
    await page.getByRole('heading', { name: 'You may not see this' }).waitFor();
    await context.close();
  });

  it('tells somebody of no group whom to ask', async () => {
    const { page, context } = await console.newVisitor();

    await console.open(page, 'Nobody');

    await page.getByText('is in no group of the console').waitFor();
    await expect(placesOn(page)).resolves.toEqual([]);
    await context.close();
  });

  it('is over after signing out', async () => {
    const { page, context } = await console.newVisitor();
    await console.open(page, 'Andy', '/changes');

    await page.getByRole('button', { name: 'Andy Agent agent' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();

    await page.getByText('You are signed out.').waitFor();
    await expect(page.evaluate('sessionStorage.getItem("console.grant")')).resolves.toBeNull();
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'shows pages that axe finds nothing wrong with, in %s colours',
    async (colorScheme) => {
      const { page, context } = await console.newVisitor({ colorScheme });

      await console.open(page, 'Olivia', '/changes');
      await page.getByRole('status').filter({ hasText: 'loaded changes' }).waitFor();

      await expect(axe(page)).resolves.toEqual([]);
      await context.close();
    },
  );
});

function placesOn(page: Page): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Console' }).getByRole('link').allTextContents();
}
