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
});
