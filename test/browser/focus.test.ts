import type { Locator, Page } from 'playwright-core';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { Keyboard } from '../support/browser/keyboard.ts';
import { nora, placeCall } from '../support/browser/place-call.ts';
import { discardDraft, highWindow, rulesOfDraft, RoutingTablePage } from '../support/browser/routing-table-page.ts';

describe('Somebody who edits a rule and has no mouse', () => {
  let console: ConsoleInBrowser;
  let page: Page;
  let keyboard: Keyboard;
  let table: RoutingTablePage;
  let reasons: Locator;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(async () => {
    await console?.close();
  });
  beforeEach(async () => {
    ({ page } = await console.newVisitor(highWindow));
    keyboard = new Keyboard(page);
    table = await RoutingTablePage.open(console, page, 'Olivia');
    await page.getByRole('button', { name: 'Edit mortgages' }).click();
    reasons = table.rule('mortgages').getByRole('combobox', { name: 'Reason for calling' });
    await reasons.focus();
  });
  afterEach(async () => {
    await page.context().close();
    await discardDraft(console);
  });

  const isFocused = (there: Locator): Promise<void> => there.and(page.locator(':focus')).waitFor();

  it('comes back to the button of a menu that is left', async () => {
    const menu = page.getByRole('button', { name: 'More about mortgages' });
    await keyboard.press(menu, 'Shift+Tab');
    await page.getByRole('menu').waitFor();

    await page.keyboard.press('Escape');

    await isFocused(menu);
  });

  it('goes on from the list that something was chosen from', async () => {
    const list = table
      .rule('mortgages')
      .getByRole('button', { name: /If not answered/ })
      .first();
    await keyboard.press(list);
    await page.getByRole('listbox').waitFor();

    await page.keyboard.press('End');
    await page.keyboard.press('Enter');

    await isFocused(list);
    await expect(list.textContent()).resolves.toContain('end the call');
  });

  it('types a reason that nobody knows, and no list covers the form after it', async () => {
    await page.keyboard.type('unheard-of');
    await page.keyboard.press('Enter');

    await table.rule('mortgages').getByRole('row', { name: 'unheard-of' }).waitFor();
    await expect(page.getByRole('option').count()).resolves.toBe(0);
    await expect(reasons.inputValue()).resolves.toBe('');
  });

  it('stands on the next of several values when one is removed', async () => {
    const values = table.rule('mortgages').getByRole('grid', { name: 'Reason for calling: chosen' });
    await page.keyboard.type('first,second,third,');
    await page.keyboard.press('Escape');
    await keyboard.goTo(values.getByRole('row', { name: 'third' }), 'Shift+Tab');
    await keyboard.goTo(values.getByRole('row', { name: 'second' }), 'ArrowLeft');

    await page.keyboard.press('Backspace');

    await isFocused(values.getByRole('row', { name: 'third' }));
  });

  it('stays among the attempts when one is removed', async () => {
    const rule = table.rule('mortgages');
    const attempts = rule.getByRole('group', { name: 'Tried in order' });
    const removals = rule.getByRole('button', { name: /Remove attempt/ });
    const added = rule.getByRole('button', { name: `Remove attempt ${(await removals.count()) + 1}` });
    await keyboard.press(rule.getByRole('button', { name: 'Add an attempt' }));
    await page.keyboard.press('Enter');
    await keyboard.goTo(added, 'Shift+Tab');

    await page.keyboard.press('Enter');

    await added.waitFor({ state: 'detached' });
    await isFocused(attempts);
  });

  it('types faster than pages are drawn, and every key counts', async () => {
    await keyboard.goTo(page.getByRole('button', { name: 'More about mortgages' }), 'Shift+Tab');

    // The menu; from "Move up" to "Move to the top"; that.
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);

    await table.isSaved();
    await expect(rulesOfDraft(console)).resolves.toEqual(['mortgages', 'lost-cards', 'bills', 'branch-visits']);
  });
});

describe('Somebody', () => {
  let console: ConsoleInBrowser;
  beforeAll(async () => {
    console = await openConsole(undefined, {}, { echoCalls: true });
  });
  afterAll(async () => {
    await console?.close();
  });

  it('opens a call from the list of the desk without a mouse, and goes on at the caller', async () => {
    const { page, context } = await console.newVisitor();
    await console.open(page, 'Andy', '/desk');
    await placeCall(console, nora);
    await new Keyboard(page).goTo(page.getByRole('button', { name: /^Open the call/ }));

    await page.keyboard.press('Enter');

    const caller = page.getByRole('region', { name: 'Caller', exact: true });
    await caller.getByRole('heading', { name: 'Caller' }).and(page.locator(':focus')).waitFor();
    await context.close();
  });

  it('sees on a telephone which part of a table they are in', async () => {
    const { page, context } = await console.newVisitor({ viewport: { width: 360, height: 740 } });

    await RoutingTablePage.open(console, page, 'Vera', 'history');

    const tab = page.getByRole('tab', { name: 'History', selected: true });
    await tab.waitFor();
    const { x, width } = (await tab.boundingBox()) ?? { x: Infinity, width: 0 };
    expect(x + width).toBeLessThanOrEqual(360);
    await context.close();
  });
});
