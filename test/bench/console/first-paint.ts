import type { ConsoleInBrowser } from '../../support/browser/console-in-browser.ts';
import { consolePages } from '../../support/browser/pages.ts';
import { judged, percentile, type Figure } from '../report.ts';

const times = 5;
const mostMs = 1000;

/** First contentful paint of a page for somebody who is signed in, with nothing in the browser's cache. */
export async function firstPaintFigures(console: ConsoleInBrowser): Promise<readonly Figure[]> {
  const { page, context } = await console.newVisitor();
  await console.open(page, 'Olivia', '/changes');
  const network = await context.newCDPSession(page);
  const figures: Figure[] = [];
  for (const { name, path, there } of consolePages.filter(({ path: at }) => at === '/calls' || at === '/desk')) {
    const samples: number[] = [];
    for (let time = 0; time < times; time += 1) {
      await network.send('Network.clearBrowserCache');
      await page.goto(console.url + path);
      await there(page).waitFor();
      samples.push(await page.evaluate<number>('performance.getEntriesByName("first-contentful-paint")[0].startTime'));
    }
    const how = `first contentful paint of “${name}”, median of ${times}, cold cache`;
    figures.push(
      judged({ name: `first paint ${name}`, value: percentile(samples, 0.5), unit: 'ms', how }, { atMost: mostMs }),
    );
  }
  await context.close();
  return figures;
}
