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
export type Who = 'Olivia' | 'Oscar' | 'Andy' | 'Vera' | 'Nobody';

/** How long anything on a page may take to come, on a busy machine. */
const patienceMs = 15_000;

/** The example bank's console in a real browser, on the local cloud. */
export class ConsoleInBrowser {
  readonly bank: CloudFixture;
  readonly url: string;
  readonly #web: ConsoleWeb;
  readonly #browser: Browser;
  readonly #errors = new PageErrors();
  /** What a tab keeps of somebody's sign-in. */
  readonly #grants = new Map<Who, string>();

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
  async openSigningIn(page: Page, who: Who, path = '/'): Promise<void> {
    await page.goto(`${this.url}${path}`);
    await this.signIn(page, who);
    await page.getByRole('main').waitFor();
  }

  /** The same for stories of something else: who has signed in for one of them is signed in for the next. */
  async open(page: Page, who: Who, path = '/'): Promise<void> {
    const grant = this.#grants.get(who);
    if (grant === undefined) {
      await this.openSigningIn(page, who, path);
      this.#grants.set(who, await page.evaluate<string>('sessionStorage.getItem("console.grant")'));
      return;
    }
    await page.goto(`${this.url}/icon.svg`);
    await page.evaluate(`sessionStorage.setItem("console.grant", ${JSON.stringify(grant)})`);
    await page.goto(`${this.url}${path}`);
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

/** A browser of one's own, or what one needs of the one that is there for all stories of jest's worker (test/browser/set-up.mjs). */
function startChromium(): Promise<Browser> {
  const shared = process.env['BROWSER_ENDPOINTS']?.split(' ');
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 1);
  const endpoint = shared?.[(worker - 1) % shared.length];
  return endpoint === undefined ? chromium.launch(chromiumOptions()) : chromium.connect(endpoint);
}
