import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import type { LocalCloudOptions } from '../../../infra/local/cloud/local-cloud.ts';
import type { Tenant } from '../../../infra/local/cloud/tenant.ts';
import { startConsoleWeb, type ConsoleWeb } from '../../../infra/local/web/console-web.ts';
import { webDirectory } from '../../../infra/web.ts';
import { anExampleBank, type CloudFixture } from '../local-cloud-fixture.ts';
import { chromiumOptions } from './chromium-options.mjs';
import { PageErrors } from './page-errors.ts';

/** People of the local cloud, by their first names. */
export type Who = 'Olivia' | 'Andy' | 'Vera' | 'Nobody';

/** How long anything on a page may take to come, on a busy machine. */
const patienceMs = 15_000;

/** The example bank's console in a real browser, on the local cloud. */
export class ConsoleInBrowser {
  readonly bank: CloudFixture;
  readonly url: string;
  readonly #web: ConsoleWeb;
  readonly #browser: Browser;
  readonly #errors = new PageErrors();

  constructor(bank: CloudFixture, web: ConsoleWeb, browser: Browser) {
    this.bank = bank;
    this.url = web.url;
    this.#web = web;
    this.#browser = browser;
  }

  /** A browser of somebody's own, with its own sign-in. Errors of its pages are collected for `errors`. */
  async newVisitor(options: BrowserContextOptions = {}): Promise<{ page: Page; context: BrowserContext }> {
    const context = await this.#browser.newContext({ locale: 'en-GB', timezoneId: 'America/Los_Angeles', ...options });
    context.setDefaultTimeout(patienceMs);
    context.on('page', (page) => this.#errors.watch(page));
    return { page: await context.newPage(), context };
  }

  /** Opens a page of the console as somebody, who signs in first. */
  async open(page: Page, who: Who, path = '/'): Promise<void> {
    await page.goto(`${this.url}${path}`);
    await this.signIn(page, who);
    await page.getByRole('main').waitFor();
  }

  /** On the page of the local cloud that asks who one is. */
  async signIn(page: Page, who: Who): Promise<void> {
    await page.getByRole('button', { name: who }).click();
  }

  /** What browsers complained about since it was asked last: exceptions, console.error, the content security policy. */
  errors(): readonly string[] {
    return this.#errors.take();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#web.close();
    await this.bank.close();
  }
}

/** Starts it all: the local cloud, the web application, the browser. */
export async function openConsole(
  change?: (tenant: Tenant) => Tenant,
  options: Partial<LocalCloudOptions> = {},
  caller: { readonly echoCalls?: boolean } = {},
): Promise<ConsoleInBrowser> {
  const directory = process.env['CONSOLE_DIRECTORY'] ?? webDirectory;
  const bank = await anExampleBank(change, options, caller);
  const web = await startConsoleWeb({ cloud: bank.cloud, directory, clock: systemClock });
  return new ConsoleInBrowser(bank, web, await startChromium());
}

/** A browser of one's own, or what one needs of the one that is there for all stories (test/browser/set-up.mjs). */
function startChromium(): Promise<Browser> {
  const shared = process.env['BROWSER_ENDPOINT'];
  return shared === undefined ? chromium.launch(chromiumOptions()) : chromium.connect(shared);
}
