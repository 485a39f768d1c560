import type { ConsoleInBrowser } from '../../support/browser/console-in-browser.ts';
import { consolePages } from '../../support/browser/pages.ts';
import { judged, percentile, type Figure } from '../report.ts';

const times = 5;
const mostMs = 1000;
const firstPaint = `new Promise((resolve) => new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime);
}).observe({ type: 'paint', buffered: true }))`;

/** First contentful paint of every page for somebody who is signed in, with nothing in the browser's cache. */
export async function firstPaintFigures(console: ConsoleInBrowser): Promise<readonly Figure[]> {
  const { page, context } = await console.newVisitor();
  await console.open(page, 'Olivia', '/changes');
  const network = await context.newCDPSession(page);
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const figures: Figure[] = [];
  for (const { name, path } of consolePages) {
    const samples: number[] = [];
    for (let time = 0; time < times; time += 1) {
      await page.goto(console.url + path, { waitUntil: 'commit' });
      samples.push(await page.evaluate<number>(firstPaint));
    }
    const how = `first contentful paint, median of ${times}, cold cache`;
    figures.push(
      judged({ name: `first paint ${name}`, value: percentile(samples, 0.5), unit: 'ms', how }, { atMost: mostMs }),
    );
  }
  await context.close();
  return figures;
}
