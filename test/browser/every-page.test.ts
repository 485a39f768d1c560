import type { Page } from 'playwright-core';
import { axe } from '../support/browser/axe.ts';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { consolePages } from '../support/browser/pages.ts';

describe('Every page', () => {
  let console: ConsoleInBrowser;
  let page: Page;
  beforeAll(async () => {
    console = await openConsole();
    ({ page } = await console.newVisitor());
    await console.open(page, 'Olivia', '/changes');
  });
  afterAll(async () => {
    await console?.close();
  });

  describe.each(consolePages)('$name', ({ path, there }) => {
    it('breaks no rule of its security policy', async () => {
      await page.goto(console.url + path);

      await there(page).waitFor();

      expect(console.errors()).toEqual([]);
    });

    it.each([
      { colorScheme: 'light', width: 1600 },
      { colorScheme: 'dark', width: 1600 },
      { colorScheme: 'dark', width: 360 },
      { colorScheme: 'light', width: 360 },
    ] as const)('is one that axe finds nothing wrong with, $colorScheme and $width pixels wide', async (how) => {
      await page.emulateMedia({ colorScheme: how.colorScheme });
      await page.setViewportSize({ width: how.width, height: 900 });

      await there(page).waitFor({ state: 'attached' });

      await expect(axe(page)).resolves.toEqual([]);
      await expect(page.evaluate('document.documentElement.scrollWidth')).resolves.toBeLessThanOrEqual(how.width);
    });
  });
});
