import type { BrowserContext, Page } from 'playwright-core';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { discardDraft, highWindow, RoutingTablePage } from '../support/browser/routing-table-page.ts';

describe('An operator at the rules', () => {
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

  it('drags one up with the mouse, and takes that back', async () => {
    const handle = await middleOf(page.getByRole('button', { name: 'Drag mortgages' }));
    const first = (await table.rule('lost-cards').boundingBox())!;

    await page.mouse.move(handle.x, handle.y);
    await page.mouse.down();
    await page.mouse.move(handle.x, handle.y - 10, { steps: 5 });
    await page.mouse.move(first.x + 30, first.y + 4, { steps: 10 });
    await page.mouse.up();
    await table.isSaved();
    const dragged = await table.rulesInOrder();
    await table.draft.getByRole('button', { name: /^Undo: moved mortgages up/ }).click();
    await table.draft.getByRole('button', { name: /^Redo: moved mortgages up/ }).waitFor();

    expect(dragged).toEqual(['mortgages', 'lost-cards', 'bills', 'branch-visits']);
    await expect(table.rulesInOrder()).resolves.toEqual(['lost-cards', 'bills', 'branch-visits', 'mortgages']);
  });

  it('drags one up with nothing but the keyboard', async () => {
    await page.getByRole('searchbox', { name: 'Search the rules' }).focus();
    await pressUntilFocused(page, 'Tab', 'lost-cards');
    await pressUntilFocused(page, 'ArrowDown', 'mortgages');
    await pressUntilFocused(page, 'Tab', 'Drag mortgages');
    await page.keyboard.press('Enter');
    await page.locator('[aria-roledescription="drop indicator"]:focus').waitFor({ state: 'attached' });
    await pressUntilFocused(page, 'ArrowUp', 'Insert between lost-cards and bills');
    await page.keyboard.press('Enter');
    await table.isSaved();

    await expect(table.rulesInOrder()).resolves.toEqual(['lost-cards', 'mortgages', 'bills', 'branch-visits']);
    await expect(labelOfFocus(page)).resolves.toBe('mortgages');
  });

  it('adds one with nothing but the keyboard, and is led to it', async () => {
    await page.getByRole('searchbox', { name: 'Search the rules' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.locator('[aria-label="Drag new-rule"]:focus').waitFor();
  });

  it('says what holds for all rules, and changes how long callers wait', async () => {
    await page.getByText(/callers wait 180 s at most/).waitFor();

    await page.getByRole('button', { name: 'Edit the table settings' }).click();
    await page.getByRole('textbox', { name: 'Patience' }).fill('120');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Close the table settings' }).click();
    await table.isSaved();

    await page.getByText(/callers wait 120 s at most/).waitFor();
  });

  it('is told at the rule that nobody can come to it any more, and shown a caller in the simulator', async () => {
    await table.addsReason('lost-cards', 'billing');

    const finding = table.rule('bills').getByRole('listitem').filter({ hasText: 'Warning' });
    await finding.waitFor();
    await finding.getByRole('link', { name: 'Show this caller' }).click();

    await page.getByRole('heading', { name: 'Simulator', level: 1 }).waitFor();
    await page.getByRole('status').filter({ hasText: 'lost-cards takes the call' }).waitFor();
    expect(new URL(page.url()).searchParams.get('of')).toBe('draft');
  });

  it('is told in words what is wrong with a table, which is not published', async () => {
    await table.part('Text');
    const text = page.getByRole('tabpanel').getByRole('textbox').first();
    await text.fill((await text.inputValue()).replace('contactCenter: support', 'contactCenter: suport'));

    await table.draft.getByRole('button', { name: /1 error/ }).click();
    const found = page.getByRole('dialog', { name: 'Findings' });
    const words = await found.getByRole('listitem').filter({ hasText: 'Error' }).first().textContent();
    await page.keyboard.press('Escape');
    await table.draft.getByRole('button', { name: 'Review …' }).click();
    const review = page.getByRole('dialog', { name: 'Review example-bank' });
    await review.getByRole('textbox', { name: 'Why is it changed?' }).fill('a typing error');

    expect(words).toContain('suport');
    await review.getByText('There are errors in the table').waitFor();
    await review.getByText('Nobody can say where a table with errors sends anybody').waitFor();
    await expect(review.getByRole('button', { name: 'Publish' }).isDisabled()).resolves.toBe(true);
  });
});

async function middleOf(locator: ReturnType<Page['getByRole']>): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** As a screen reader calls it. */
function labelOfFocus(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.getAttribute("aria-label") ?? ""');
}

/** Presses the key until that is focused which a screen reader calls so. */
async function pressUntilFocused(page: Page, key: string, label: string): Promise<void> {
  const said: string[] = [];
  while (said.at(-1) !== label) {
    if (said.length === 10) throw new Error(`never came to "${label}", only to ${said.join(', ')}`);
    await page.keyboard.press(key);
    said.push(await labelOfFocus(page));
  }
}
