import type { Page } from 'playwright-core';
import type { BenchRequest } from '../../../console/web/workbench/bench/messages.ts';
import type { TableSourceBody } from '../../../shared/contracts/tables-api.ts';
import type { ConsoleInBrowser } from '../../support/browser/console-in-browser.ts';
import { discardDraft } from '../../support/browser/routing-table-page.ts';
import { judged, type Figure } from '../report.ts';
import { draftOf, saveRules } from './large-draft.ts';

const ruleCount = 1000;
const mostMs = 2000;
const mostMsOfTask = 200;
const patienceMs = 60_000;

/** How long a finding takes after the edit that causes it, and what the main thread would stand still for the same check. */
export async function editFigures(console: ConsoleInBrowser): Promise<readonly Figure[]> {
  await saveRules(console, ruleCount);
  const { page, context } = await console.newVisitor({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(patienceMs);
  await console.open(page, 'Olivia', '/changes');
  await page.goto(`${console.url}/routing/example-bank`);
  const draft = page.getByRole('region', { name: 'The draft' });
  await page.locator('[data-rule]').first().waitFor();
  await draft.getByText('Checking').waitFor({ state: 'detached' });

  await watch(page);
  // The copy takes nobody: all its callers are taken by the rule before it.
  await page.getByRole('button', { name: 'More about rule-1', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await page.locator('[data-rule] [data-severity]').first().waitFor();
  const edited = await page.evaluate<Watched>('window.watched');

  const blocked = await checkOnMainThread(page, await draftOf(console));
  await context.close();
  await discardDraft(console);
  const many = `${ruleCount.toLocaleString('en-US')} rules`;
  return [
    judged(
      {
        name: `edit of ${many}: findings`,
        value: edited.foundAfter,
        unit: 'ms',
        how: 'from the click to the finding at the rule, 150 ms of it a pause for more to come; in a worker',
      },
      { atMost: mostMs },
    ),
    judged(
      {
        name: `edit of ${many}: longest task`,
        value: edited.longestTask,
        unit: 'ms',
        how: 'of the main thread meanwhile',
      },
      { atMost: mostMsOfTask },
    ),
    { name: `naive, ${many}: longest task`, value: blocked, unit: 'ms', how: 'the same check on the main thread' },
  ];
}

interface Watched {
  /** Milliseconds from the last click. */
  readonly foundAfter: number;
  /** Since that click; 0: none of 50 ms or more. */
  readonly longestTask: number;
}

function watch(page: Page): Promise<unknown> {
  return page.evaluate(`{
    const watched = window.watched = { foundAfter: -1, longestTask: 0 };
    let clicked = 0;
    addEventListener('click', () => { clicked = performance.now(); watched.longestTask = 0; }, true);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        if (startTime + duration > clicked) watched.longestTask = Math.max(watched.longestTask, Math.round(duration));
    }).observe({ type: 'longtask' });
    new MutationObserver(() => {
      if (watched.foundAfter < 0 && document.querySelector('[data-rule] [data-severity]') !== null)
        watched.foundAfter = Math.round(performance.now() - clicked);
    }).observe(document.body, { childList: true, subtree: true });
  }`);
}

/** The worker's own script does the same in a page: there its messages go to the page itself. */
async function checkOnMainThread(page: Page, source: TableSourceBody): Promise<number> {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('the page checks in a worker, and has none');
  const request = { kind: 'check', id: 1, name: 'example-bank', source } satisfies BenchRequest;
  return page.evaluate<number>(`(async () => {
    await import(${JSON.stringify(worker.url())});
    const began = performance.now();
    const checked = new Promise((resolve) => addEventListener('message', ({ data }) => {
      if (data.kind === 'checked' && data.id === 1) resolve(performance.now());
    }));
    postMessage(${JSON.stringify(request)});
    return Math.round(await checked - began);
  })()`);
}
