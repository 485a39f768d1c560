import type { BrowserContext, Page } from 'playwright-core';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { discardDraft, highWindow, RoutingTablePage } from '../support/browser/routing-table-page.ts';

describe('An operator at the branches and the schedules', () => {
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
    await discardDraft(console);
    expect(console.errors()).toEqual([]);
  });

  it('pastes branches from a spreadsheet, sees them in the grid and on the map, and takes them back', async () => {
    const table = await RoutingTablePage.open(console, page, 'Olivia', 'branches');
    await page.getByRole('region', { name: /^Map of 5 branches/ }).waitFor();

    await page.getByRole('button', { name: 'Import…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import branches' });
    await dialog
      .getByRole('textbox', { name: 'Branches' })
      .fill(
        'id,name,number,latitude,longitude,services,schedule\n' +
          'olympia,Olympia,+13605550145,47.0379,-122.9007,accounts cards,always-open\n' +
          'tacoma,Tacoma Dome,+12535550143,47.2529,-122.4443,accounts,always-open\n',
      );
    await dialog.getByText('1 added, 1 changed, 0 removed').waitFor();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    const grid = page.getByRole('grid', { name: 'Branches' });
    await grid.getByText('olympia', { exact: true }).waitFor();
    await page.getByRole('region', { name: /^Map of 6 branches/ }).waitFor();
    await table.isSaved();
    await table.draft.getByRole('button', { name: /^Undo: / }).click();

    await grid.getByText('olympia', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('region', { name: /^Map of 5 branches/ }).waitFor();
  });

  it('is told which row of a spreadsheet is wrong, and nothing is taken of it', async () => {
    await RoutingTablePage.open(console, page, 'Olivia', 'branches');

    await page.getByRole('button', { name: 'Import…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import branches' });
    await dialog
      .getByRole('textbox', { name: 'Branches' })
      .fill('id,name,number,latitude,longitude\nolympia,Olympia,360-CALL-US,47.0379,-122.9007\n');

    await dialog.getByText('Nothing is taken of it until this is right').waitFor();
    await expect(dialog.getByRole('button', { name: 'Apply' }).isDisabled()).resolves.toBe(true);
  });

  it('changes the hours of a day by the form', async () => {
    const table = await RoutingTablePage.open(console, page, 'Olivia', 'schedules');
    await page.getByRole('button', { name: 'Edit closed-for-refurbishment' }).click();
    const schedule = page.getByRole('article', { name: 'schedule closed-for-refurbishment' });

    await schedule.getByRole('textbox', { name: 'Monday' }).fill('09:00-12:30, 13:30-17:00');
    await page.keyboard.press('Tab');
    await table.isSaved();
    await table.part('Text');

    await expect(table.text()).resolves.toMatch(/mon: *\["?09:00-12:30"?, "?13:30-17:00"?\]|mon:\s+- "?09:00-12:30/);
  });
});
