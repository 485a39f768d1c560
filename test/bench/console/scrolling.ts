import type { Page } from 'playwright-core';
import type { ConsoleInBrowser } from '../../support/browser/console-in-browser.ts';
import { discardDraft } from '../../support/browser/routing-table-page.ts';
import { judged, type Figure } from '../report.ts';
import { framesOfScrolling, type Frames } from './frames.ts';
import { saveBranches, saveRules } from './large-draft.ts';

const mostMsOfFrame = 50;
const mostMsOfScript = 8;
/** Until a large table is there. */
const patienceMs = 120_000;
const naiveRows = 10_000;

interface Large {
  readonly what: string;
  readonly count: number;
  readonly save: (console: ConsoleInBrowser, count: number) => Promise<void>;
  readonly path: string;
  /** The list, and a row of it that is drawn. */
  readonly list: string;
  readonly row: string;
}

const rules = {
  what: 'rules',
  save: saveRules,
  path: '/routing/example-bank',
  list: '[role=grid][aria-label=Rules]',
  row: '[data-rule]',
};
const branches = {
  what: 'branches',
  save: saveBranches,
  path: '/routing/example-bank/branches',
  list: '[role=grid][aria-label=Branches]',
  row: '[data-index]',
};

/** How soon large tables are there, and how they scroll, beside a list that has all its rows in the document. */
export async function scrollFigures(
  console: ConsoleInBrowser,
  counts: { readonly rules: number; readonly branches: number },
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const larges: readonly Large[] = [
    { ...rules, count: counts.rules },
    { ...branches, count: counts.branches },
  ];
  for (const large of larges) {
    await large.save(console, large.count);
    figures.push(...(await figuresOf(console, large)));
    await discardDraft(console);
  }
  return figures;
}

async function figuresOf(console: ConsoleInBrowser, large: Large): Promise<readonly Figure[]> {
  const { page, context } = await console.newVisitor({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(patienceMs);
  await console.open(page, 'Olivia', '/changes');
  const began = performance.now();
  await page.goto(console.url + large.path);
  await page.locator(large.row).first().waitFor();
  const shown = Math.round(performance.now() - began);
  await page
    .getByRole('region', { name: 'The draft' })
    .getByText(/[Cc]hecking/)
    .waitFor({ state: 'detached' });
  const checked = Math.round(performance.now() - began);
  const own = await framesOfScrolling(page, large.list);
  const naive = large.what === 'rules' ? await naively(page, large) : [];
  await context.close();

  const many = `${large.count.toLocaleString('en-US')} ${large.what}`;
  const opening = 'a draft, from the address to';
  return [
    { name: `open ${many}: shown`, value: shown, unit: 'ms', how: `${opening} the first rows, with nothing cached` },
    { name: `open ${many}: checked`, value: checked, unit: 'ms', how: `${opening} its findings` },
    ...frameFigures(`scroll ${many}`, own, 'only the rows in sight are drawn'),
    ...naive,
  ];
}

function frameFigures(name: string, { p95, scriptMedian, count }: Frames, how: string): readonly Figure[] {
  return [
    judged(
      { name: `${name}: frame p95`, value: p95, unit: 'ms', how: `${count} frames without a GPU, ${how}` },
      { atMost: mostMsOfFrame },
    ),
    judged(
      { name: `${name}: script median`, value: scriptMedian, unit: 'ms', how: 'of the main thread, for each frame' },
      { atMost: mostMsOfScript },
    ),
  ];
}

/** The same rows in the same list, all at once: how long until they are drawn, and how that scrolls. */
async function naively(page: Page, { list, row, what }: Large): Promise<readonly Figure[]> {
  const drawn = await page.evaluate<number>(`new Promise((resolve) => {
    const began = performance.now();
    const own = document.querySelector(${JSON.stringify(list)});
    const one = document.querySelector(${JSON.stringify(row)}).outerHTML;
    const all = document.createElement('div');
    all.className = own.className;
    all.id = 'all-rows';
    all.innerHTML = one.repeat(${naiveRows});
    own.replaceWith(all);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Math.round(performance.now() - began))));
  })`);
  const frames = await framesOfScrolling(page, '#all-rows');
  const many = `naive, ${naiveRows.toLocaleString('en-US')} ${what}`;
  const how = 'the same rows, all of them in the document';
  return [
    { name: `${many}: drawn`, value: drawn, unit: 'ms', how: `${how}: the page stands still until they are drawn` },
    { name: `${many}: frame p95`, value: frames.p95, unit: 'ms', how: `${frames.count} frames, ${how}` },
  ];
}
