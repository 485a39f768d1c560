import type { Page } from 'playwright-core';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { LoadedBytes } from '../support/browser/loaded-bytes.ts';
import { consolePages } from '../support/browser/pages.ts';

/** Before charts and map, as gzip packs them. */
const mostKilobytes = 200;

describe('The first load', () => {
  let console: ConsoleInBrowser;
  let page: Page;
  let loaded: LoadedBytes;
  beforeAll(async () => {
    console = await openConsole();
    ({ page } = await console.newVisitor());
    await console.open(page, 'Olivia', '/changes');
    loaded = await LoadedBytes.watch(page);
  });
  afterAll(async () => {
    await console?.close();
  });

  it.each(consolePages)('of the page “$name” loads no more scripts and styles than it may', async ({ path, there }) => {
    loaded.takeKilobytes();

    await page.goto(console.url + path);
    await there(page).waitFor();

    const { kilobytes, files } = loaded.takeKilobytes();
    expect({ kilobytes, isSmall: kilobytes <= mostKilobytes, files }).toEqual({ kilobytes, isSmall: true, files });
    expect(files.length).toBeGreaterThan(0);
  });
});
