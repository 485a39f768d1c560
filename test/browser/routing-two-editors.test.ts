import { openConsole, type ConsoleInBrowser, type Who } from '../support/browser/console-in-browser.ts';
import { discardDraft, highWindow, RoutingTablePage } from '../support/browser/routing-table-page.ts';

describe('Two who edit one table at once', () => {
  let console: ConsoleInBrowser;
  let first: RoutingTablePage;
  let second: RoutingTablePage;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(async () => {
    await console?.close();
  });
  beforeEach(async () => {
    [first, second] = await Promise.all([anEditor('Olivia'), anEditor('Oscar')]);
  });
  afterEach(async () => {
    await Promise.all([first, second].map(async ({ page }) => page.context().close()));
    await discardDraft(console);
    expect(console.errors()).toEqual([]);
  });

  async function anEditor(who: Who): Promise<RoutingTablePage> {
    const { page } = await console.newVisitor(highWindow);
    const table = await RoutingTablePage.open(console, page, who);
    await table.rule('mortgages').waitFor();
    return table;
  }

  /** The second has not heard of what the first has saved, and edits, too. */
  async function bothEdit(): Promise<void> {
    await second.page.route('**/api/tables', (route) => route.abort());
    await first.does('mortgages', 'Move to the top');
    await first.isSaved();
    await second.does('bills', 'Delete');
    await second.says('Not saved: somebody else has changed the draft');
    await second.page.unroute('**/api/tables');
  }

  it('see each other’s changes', async () => {
    await first.does('mortgages', 'Move to the top');
    await first.isSaved();

    await second.rule('mortgages').filter({ hasText: '1.' }).waitFor();
    await expect(second.rulesInOrder()).resolves.toEqual(['mortgages', 'lost-cards', 'bills', 'branch-visits']);
  });

  it('are told of it, and nothing is overwritten', async () => {
    await bothEdit();

    await second.page.getByText('olivia@example.com has changed the draft, too').waitFor();
    await second.page.getByText('What you have typed is safe in this browser, and not saved.').waitFor();
    await expect(second.draft.getByRole('button', { name: 'Review …' }).isDisabled()).resolves.toBe(true);
    await expect(second.rulesInOrder()).resolves.toEqual(['lost-cards', 'branch-visits', 'mortgages']);
    await expect(first.rulesInOrder()).resolves.toEqual(['mortgages', 'lost-cards', 'bills', 'branch-visits']);
  });

  it('keep the second’s when they choose so, after they were asked again', async () => {
    await bothEdit();

    await second.page.getByRole('button', { name: 'Keep mine' }).click();
    await second.page.getByRole('button', { name: 'Save mine over theirs' }).click();
    await second.isSaved();

    await first.rule('bills').waitFor({ state: 'detached' });
    await expect(first.rulesInOrder()).resolves.toEqual(['lost-cards', 'branch-visits', 'mortgages']);
  });

  it('take the first’s when they choose so, and can have the second’s back', async () => {
    await bothEdit();

    await second.page.getByRole('button', { name: 'Take theirs' }).click();
    await second.rule('bills').waitFor();
    const taken = await second.rulesInOrder();
    await second.draft.getByRole('button', { name: /^Undo: / }).click();
    await second.rule('bills').waitFor({ state: 'detached' });

    expect(taken).toEqual(['mortgages', 'lost-cards', 'bills', 'branch-visits']);
    await expect(second.rulesInOrder()).resolves.toEqual(['lost-cards', 'branch-visits', 'mortgages']);
  });
});
