import type { Page } from 'playwright-core';
import type { ConsoleInBrowser } from '../../support/browser/console-in-browser.ts';
import { discardDraft } from '../../support/browser/routing-table-page.ts';
import { judged, type Figure } from '../report.ts';
import { framesOfScrolling, type Frames } from './frames.ts';
import { saveBranches, saveRules } from './large-draft.ts';

const mostMsOfFrame = 50;
/** One that comes too late, at 60 in a second. */
const msOfFrame = 17;
const mostMsOfScript = 8;
/** Until a large table is there. */
const patienceMs = 120_000;
const naiveRows = 10_000;
const standIn = '#stand-in';

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
  await standInFor(page, large);
  const empty = await framesOfScrolling(page, standIn);
  const naive = large.what === 'rules' ? await naively(page, large) : [];
  await context.close();

  const many = `${large.count.toLocaleString('en-US')} ${large.what}`;
  const opening = 'a draft, from the address to';
  return [
    { name: `open ${many}: shown`, value: shown, unit: 'ms', how: `${opening} the first rows, with nothing cached` },
    { name: `open ${many}: checked`, value: checked, unit: 'ms', how: `${opening} its findings` },
    ...frameFigures(`scroll ${many}`, own, empty),
    ...naive,
  ];
}

/** What an empty list takes on this machine is nothing that a list could do about. */
function frameFigures(name: string, own: Frames, empty: Frames): readonly Figure[] {
  const atMost = Math.max(mostMsOfFrame, empty.p95 + msOfFrame);
  const how = `${own.count} frames without a GPU, only the rows in sight are drawn; an empty list of that height: ${empty.p95} ms`;
  return [
    judged({ name: `${name}: frame p95`, value: own.p95, unit: 'ms', how }, { atMost }),
    judged(
      {
        name: `${name}: script median`,
        value: own.scriptMedian,
        unit: 'ms',
        how: 'of the main thread, for each frame',
      },
      { atMost: mostMsOfScript },
    ),
  ];
}

/** Puts an empty list, as large and as long, where the list was, and remembers one of its rows. */
async function standInFor(page: Page, { list, row }: Large): Promise<void> {
  await page.evaluate(`{
    const own = document.querySelector(${JSON.stringify(list)});
    const { width, height } = own.getBoundingClientRect();
    const empty = document.createElement('div');
    empty.className = own.className;
    empty.id = ${JSON.stringify(standIn.slice(1))};
    Object.assign(empty.style, { width: width + 'px', height: height + 'px', overflow: 'auto' });
    empty.append(document.createElement('div'));
    empty.firstChild.style.height = own.scrollHeight + 'px';
    window.oneRow = document.querySelector(${JSON.stringify(row)}).outerHTML;
    own.replaceWith(empty);
  }`);
}

/** The same rows in a list of that size, all at once: how long until they are drawn, and how that scrolls. */
async function naively(page: Page, { what }: Large): Promise<readonly Figure[]> {
  const drawn = await page.evaluate<number>(`new Promise((resolve) => {
    const began = performance.now();
    document.querySelector(${JSON.stringify(standIn)}).innerHTML = window.oneRow.repeat(${naiveRows});
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Math.round(performance.now() - began))));
  })`);
  const frames = await framesOfScrolling(page, standIn);
  const many = `naive, ${naiveRows.toLocaleString('en-US')} ${what}`;
  const how = 'the same rows, all of them in the document';
  return [
    { name: `${many}: drawn`, value: drawn, unit: 'ms', how: `${how}: the page stands still until they are drawn` },
    { name: `${many}: frame p95`, value: frames.p95, unit: 'ms', how: `${frames.count} frames, ${how}` },
  ];
}
