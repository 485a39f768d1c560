import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { webDirectory } from '../../../infra/web.ts';

/** A map renderer with its borders, the branches beside it, and charts: loaded after the page is there, and counted apart. */
const mapAndCharts = /\/(?:map-|branch-map|bounds|branches-result|gl-map|counties|states|plot|chart)[^/]*$/;

/**
 * Counts what a page loads of scripts and styles, as gzip packs their content; not what its workers load beside it. The browser's
 * cache is off from then on.
 */
export class LoadedBytes {
  #bytes = 0;
  readonly #files: string[] = [];

  /** @param directory where the pages lie that are served. */
  static async watch(
    page: Page,
    directory: string = process.env['CONSOLE_DIRECTORY'] ?? webDirectory,
  ): Promise<LoadedBytes> {
    const counted = new LoadedBytes();
    const network = await page.context().newCDPSession(page);
    network.on('Network.responseReceived', ({ type, response: { url } }) => {
      if ((type !== 'Script' && type !== 'Stylesheet') || mapAndCharts.test(url)) return;
      const { pathname } = new URL(url);
      const packed = gzipSync(readFileSync(join(directory, pathname)), { level: 9 }).length;
      counted.#bytes += packed;
      counted.#files.push(`${pathname}: ${packed}`);
    });
    await network.send('Network.enable');
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    return counted;
  }

  /** Since it was asked last, in kB of 1000 bytes. */
  takeKilobytes(): { readonly kilobytes: number; readonly files: readonly string[] } {
    const kilobytes = Math.round(this.#bytes / 100) / 10;
    this.#bytes = 0;
    return { kilobytes, files: this.#files.splice(0) };
  }
}
