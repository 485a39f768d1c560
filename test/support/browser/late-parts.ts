import type { Page } from 'playwright-core';

/** What a page loads once it is shown: by the names of its files. */
export type LatePart = 'toast-region' | 'menu-window';

/** Waits until the page has loaded it: a connection that is lost before takes it away. */
export async function hasLoaded(page: Page, ...parts: readonly LatePart[]): Promise<void> {
  // Not by waitForFunction, which looks again and again by eval: the content security policy forbids it.
  await page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const files = performance.getEntriesByType('resource').map(({ name }) => name);
      const isLoaded = (part) => files.some((name) => name.includes(part) && name.endsWith('.js'));
      const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')];
      if (${JSON.stringify(parts)}.every(isLoaded) && sheets.every(({ sheet }) => sheet !== null)) resolve();
    };
    new PerformanceObserver(look).observe({ type: 'resource', buffered: true });
    document.addEventListener('load', look, true);
  })`);
}
