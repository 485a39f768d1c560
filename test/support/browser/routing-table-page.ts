import type { Locator, Page } from 'playwright-core';
import { parse } from 'yaml';
import { routingTableFileSchema } from '../../../shared/contracts/routing-table-file.ts';
import { draftResponseSchema } from '../../../shared/contracts/tables-api.ts';
import type { ConsoleInBrowser, Who } from './console-in-browser.ts';

const table = 'example-bank';
/** High enough for all rules of the example bank to be drawn at once. */
export const highWindow = { viewport: { width: 1280, height: 1100 } } as const;

/** The page of the example bank's table, in the words of whoever works there. */
export class RoutingTablePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens it as somebody, who signs in first. */
  static async open(console: ConsoleInBrowser, page: Page, who: Who, part = ''): Promise<RoutingTablePage> {
    await console.open(page, who, `/routing/${table}${part === '' ? '' : `/${part}`}`);
    const opened = new RoutingTablePage(page);
    await opened.draft.waitFor();
    return opened;
  }

  /** How it is with the draft. */
  get draft(): Locator {
    return this.page.getByRole('region', { name: 'The draft' });
  }

  rule(id: string): Locator {
    return this.page.getByRole('grid', { name: 'Rules' }).getByRole('row', { name: id, exact: true });
  }

  /** Ids, from the first to the last that is drawn. */
  rulesInOrder(): Promise<string[]> {
    return this.page.getByRole('grid', { name: 'Rules' }).locator('[data-rule] strong:first-child').allTextContents();
  }

  /** Waits until the draft's status says so. */
  async says(words: string | RegExp): Promise<void> {
    await this.draft.getByRole('status').filter({ hasText: words }).first().waitFor();
  }

  async isSaved(): Promise<void> {
    await this.says('Draft saved');
  }

  /** Of the menu that each rule has. */
  async does(rule: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `More about ${rule}` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** Has the rule take callers of one more reason. */
  async addsReason(rule: string, reason: string): Promise<void> {
    await this.page.getByRole('button', { name: `Edit ${rule}` }).click();
    await this.rule(rule).getByRole('combobox', { name: 'Reason for calling' }).fill(reason);
    await this.page.getByRole('option', { name: reason }).first().click();
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('button', { name: `Close ${rule}` }).click();
  }

  async part(title: string): Promise<void> {
    await this.page.getByRole('tab', { name: title, exact: true }).click();
  }

  /** What stands in the part "Text". */
  text(): Promise<string> {
    return this.page.getByRole('tabpanel').getByRole('textbox').first().inputValue();
  }

  /** Opens the review, gives the reason, and publishes. */
  async publish(because: string): Promise<void> {
    await this.draft.getByRole('button', { name: 'Review …' }).click();
    const review = this.page.getByRole('dialog', { name: `Review ${table}` });
    await review.getByRole('textbox', { name: 'Why is it changed?' }).fill(because);
    await review.getByRole('button', { name: 'Publish' }).click();
    await this.page.getByRole('dialog', { name: 'Published' }).getByRole('button', { name: 'Close' }).last().click();
  }
}

/** The order of the rules in the draft as it is saved. */
export async function rulesOfDraft({ bank }: ConsoleInBrowser): Promise<readonly string[]> {
  const answer = await bank.cloud.operatorConsole.ask(`/tables/${table}/draft`);
  if (!answer.ok) throw new Error(`there is no draft to read: ${answer.status}`);
  const { source } = draftResponseSchema.parse(await answer.json());
  const { rules } = routingTableFileSchema.parse(parse(source.table.text));
  return rules.map(({ id }) => id);
}

/** Takes back what a story has left as a draft, so that the next begins with the version in force. */
export async function discardDraft({ bank }: ConsoleInBrowser): Promise<void> {
  const { consoleApi, operatorConsole } = bank.cloud;
  const url = new URL(`/tables/${table}/draft`, consoleApi);
  const authorization = `Bearer ${await operatorConsole.token()}`;
  const signal = AbortSignal.timeout(10_000);
  // A page that has just been left may save once more meanwhile.
  for (let tries = 0; tries < 5; tries += 1) {
    const draft = await fetch(url, { headers: { authorization }, signal });
    if (draft.status === 404) return;
    const etag = draft.headers.get('etag') ?? '';
    const { status } = await fetch(url, { method: 'DELETE', headers: { authorization, 'if-match': etag }, signal });
    if (status === 204) return;
    if (status !== 409 && status !== 412) throw new Error(`the draft was not discarded: ${status}`);
  }
  throw new Error('the draft was not discarded: somebody saves it again and again');
}
