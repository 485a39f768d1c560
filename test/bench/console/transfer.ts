import type { ConsoleInBrowser } from '../../support/browser/console-in-browser.ts';
import { LoadedBytes } from '../../support/browser/loaded-bytes.ts';
import { consolePages } from '../../support/browser/pages.ts';
import { judged, type Figure } from '../report.ts';

const mostKilobytes = 200;

/** What each page loads of scripts and styles when it is the first one, without map and charts. */
export async function transferFigures(console: ConsoleInBrowser): Promise<readonly Figure[]> {
  const { page, context } = await console.newVisitor();
  await console.open(page, 'Olivia', '/changes');
  const loaded = await LoadedBytes.watch(page);
  const figures: Figure[] = [];
  for (const { name, path, there } of consolePages) {
    loaded.takeKilobytes();
    await page.goto(console.url + path);
    await there(page).waitFor();
    const value = loaded.takeKilobytes().kilobytes;
    const how = 'scripts and styles, packed by gzip, without map and charts';
    figures.push(judged({ name: `first load ${name}`, value, unit: 'kB', how }, { atMost: mostKilobytes }));
  }
  await context.close();
  return figures;
}
