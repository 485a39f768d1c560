import type { Page } from 'playwright-core';

const workers = /-worker-[^/]*\.js$|\/worker-[^/]*\.js$/;

/** A map renderer with its borders, and charts: loaded after the page is there, and counted apart. */
const mapAndCharts = /\/(?:map-canvas|maplibre|gl-map|counties|states|uplot|uPlot|chart)[^/]*$/;

/** Counts what a page transfers of scripts and styles, as they are on the wire. The browser's cache is off from then on. */
export class LoadedBytes {
  #bytes = 0;
  #workerBytes = 0;
  readonly #files: string[] = [];

  static async watch(page: Page): Promise<LoadedBytes> {
    const counted = new LoadedBytes();
    const network = await page.context().newCDPSession(page);
    const urls = new Map<string, string>();
    network.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type === 'Script' || type === 'Stylesheet' || workers.test(response.url)) urls.set(requestId, response.url);
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const url = urls.get(requestId);
      if (url === undefined || mapAndCharts.test(url)) return;
      // They are asked for once the page is shown, and load beside it.
      if (workers.test(url)) {
        counted.#workerBytes += encodedDataLength;
        return;
      }
      counted.#bytes += encodedDataLength;
      counted.#files.push(`${new URL(url).pathname}: ${encodedDataLength}`);
    });
    await network.send('Network.enable');
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
    return counted;
  }

  /** Since it was asked last, in kB of 1000 bytes: scripts of workers, counted apart. */
  takeWorkerKilobytes(): number {
    const kilobytes = Math.round(this.#workerBytes / 100) / 10;
    this.#workerBytes = 0;
    return kilobytes;
  }

  /** Since it was asked last, in kB of 1000 bytes. */
  takeKilobytes(): { readonly kilobytes: number; readonly files: readonly string[] } {
    const kilobytes = Math.round(this.#bytes / 100) / 10;
    this.#bytes = 0;
    return { kilobytes, files: this.#files.splice(0) };
  }
}
