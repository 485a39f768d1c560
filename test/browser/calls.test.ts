import type { Page } from 'playwright-core';
import type { CallsResponse } from '../../shared/contracts/calls-api.ts';
import { axe } from '../support/browser/axe.ts';
import { accountNumber } from '../support/local-cloud-fixture.ts';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';

const shots = process.env['SHOTS_DIRECTORY'];
const branchVisit = ['ask example bank to connect me to my nearest branch', accountNumber, 'yes'] as const;
const liveCalls = '**/api/calls/live';

describe('Calls in the console', () => {
  let console: ConsoleInBrowser;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(async () => {
    await console?.close();
  });
  afterEach(async () => {
    await console.bank.hangUp();
    expect(console.errors()).toEqual([]);
  });

  it('appear by themselves, are told of once, and are told as a ladder that goes on while they last', async () => {
    const { page, context } = await console.newVisitor();
    await console.open(page, 'Olivia', '/calls');
    await page.getByText('No call in the last hour').waitFor();
    await page.getByRole('searchbox', { name: 'Transaction id' }).focus();

    await console.bank.connect(await console.bank.ordered(...branchVisit));
    await page.getByText('1 new call').waitFor();
    const list = page.getByRole('region', { name: 'Calls now, latest first' });
    await list.getByText(/talking for/).waitFor();
    const focused = await page.evaluate('document.activeElement.type');
    await expect(axe(page)).resolves.toEqual([]);
    await shot(page, 'calls');
    await list.getByRole('link').first().click();

    const ladder = page.getByRole('region', { name: 'The ladder' });
    await ladder.getByText(/^Answered/).waitFor();
    await expect(axe(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'Hang up …' }).click();
    await page.getByRole('button', { name: 'Hang up', exact: true }).click();
    await ladder.getByText('Told from the console: hang up').waitFor();
    await page.getByRole('button', { name: 'Hang up …' }).waitFor({ state: 'detached' });
    await shot(page, 'call');

    expect(focused).toBe('search');
    await context.close();
  });

  it('are found by their id and by what came of them, and decided again by the draft', async () => {
    const { page, context } = await console.newVisitor();
    await console.open(page, 'Vera', '/calls?tab=find');
    const found = page.getByRole('region', { name: 'Calls found, latest first' });
    await found.getByRole('link').first().waitFor();

    await page.getByRole('button', { name: /Ending/ }).click();
    await page.getByRole('option', { name: 'message left' }).click();
    await page.getByText('None of the loaded calls fits').waitFor();
    const address = page.url();
    await expect(axe(page)).resolves.toEqual([]);
    await page.goBack();
    await page.goto(`${console.url}/calls?tab=find`);
    const href = (await found.getByRole('link').first().getAttribute('href')) ?? '';
    await page.getByRole('searchbox', { name: 'Transaction id' }).fill(`"transactionId":"${href.split('/').at(-1)}"`);
    await page.getByRole('heading', { name: 'One call' }).waitFor();
    const commands = await page.getByRole('button', { name: 'Hang up …' }).count();
    await page.getByRole('link', { name: /Decide again by the draft/ }).click();
    await page.getByRole('heading', { level: 1, name: /Simulator/ }).waitFor();

    expect(new URL(address).searchParams.get('ending')).toBe('voicemailLeft');
    expect(commands).toBe(0);
    expect(new URL(page.url()).hash).toMatch(/^#caller=./);
    await context.close();
  });

  it('stay shown when the connection is lost, and go on by themselves when it is back', async () => {
    const { page, context } = await console.newVisitor();
    await console.open(page, 'Vera', '/calls');
    const list = page.getByRole('region', { name: 'Calls now, latest first' });
    await list.getByRole('link').first().waitFor();

    await context.route(liveCalls, (route) => route.abort());
    await page.getByText('The connection is lost: what you see may be old').waitFor();
    const rows = await list.getByRole('link').count();
    await context.unroute(liveCalls);

    await page.getByText('The connection is lost: what you see may be old').waitFor({ state: 'hidden' });
    expect(rows).toBeGreaterThan(0);
    await context.close();
  });

  it('are counted in charts that are told in words and as tables, too', async () => {
    const { page, context } = await console.newVisitor();
    await console.open(page, 'Vera', '/figures');
    const endings = page.getByRole('figure', { name: 'Calls by ending' });
    await endings.getByText(/began in this time/).waitFor();
    await page.locator('.uplot').first().waitFor();
    await expect(axe(page)).resolves.toEqual([]);
    await shot(page, 'figures');

    await endings.getByText('As a table').click();

    await endings.getByRole('columnheader', { name: 'From' }).waitFor();
    await expect(axe(page)).resolves.toEqual([]);
    await context.close();
  });

  it('are drawn as far as they can be seen, however many are loaded, a page at a time', async () => {
    const { page, context } = await console.newVisitor();
    await context.route('**/api/calls?*', (route) => route.fulfill({ json: aPageOfCalls(route.request().url()) }));
    await console.open(page, 'Vera', '/calls?tab=find');
    const found = page.getByRole('region', { name: 'Calls found, latest first' });
    await page.getByText('100 loaded calls; there are older ones').waitFor();

    await page.getByRole('button', { name: 'Load older calls' }).click();
    await page.getByText('200 calls, which is all of this time').waitFor();
    const [rows, drawn] = [
      await found.getByRole('table').getAttribute('aria-rowcount'),
      await found.getByRole('link').count(),
    ];
    await found.focus();
    await page.keyboard.press('End');
    await found.locator('[aria-rowindex="201"]').waitFor();

    expect(rows).toBe('201');
    expect(drawn).toBeLessThan(100);
    await context.close();
  });

  it('can be read on a phone, in the dark', async () => {
    const { page, context } = await console.newVisitor({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    await console.open(page, 'Vera', '/calls');
    await page.getByRole('region', { name: 'Calls now, latest first' }).getByRole('link').first().click();
    await page.getByRole('region', { name: 'The ladder' }).waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    await expect(axe(page)).resolves.toEqual([]);
    await shot(page, 'call-phone');
    await page.goto(`${console.url}/figures`);
    await page.locator('.uplot').first().waitFor();
    const overflowOfFigures = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    await shot(page, 'figures-phone');

    expect([overflow, overflowOfFigures]).toEqual([0, 0]);
    await context.close();
  });
});

/** For eyes: only where somebody asks for pictures. */
async function shot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** Two pages of a hundred, with nothing but their times. */
function aPageOfCalls(address: string): CallsResponse {
  const query = new URL(address).searchParams;
  const isSecond = query.has('cursor');
  const to = query.get('to') ?? '';
  const calls = Array.from({ length: 100 }, (_, index) => {
    const number = (isSecond ? 100 : 0) + index;
    return {
      transactionId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      startedAt: new Date(Date.parse(to) - number * 1000).toISOString(),
    };
  });
  return { from: query.get('from') ?? '', to, calls, ...(isSecond ? {} : { cursor: 'next' }) };
}
