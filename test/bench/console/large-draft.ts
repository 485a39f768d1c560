import { gzipSync } from 'node:zlib';
import {
  draftResponseSchema,
  tableResponseSchema,
  type TableSourceBody,
} from '../../../shared/contracts/tables-api.ts';
import type { ConsoleInBrowser } from '../../support/browser/console-in-browser.ts';

const path = '/tables/example-bank';
/** One US ZIP code each, which no other rule has. */
const rulesOf = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `  - id: rule-${at}\n    when: { reason: [mortgage, billing], postalPrefix: ["${String(at).padStart(5, '0')}"] }\n    attempts:\n      - contactCenter: support\n        timeout: 20\n      - nearestBranch: { service: accounts, within: 100, upTo: 2 }\n`,
  ).join('');

/** Saves the example bank's table as a draft with so many rules before its own. Rejects with what the API says. */
export async function saveRules(console: ConsoleInBrowser, count: number): Promise<void> {
  await save(console, ({ table }) => ({
    table: { ...table, text: table.text.replace(/^rules:\n/m, () => `rules:\n${rulesOf(count)}`) },
  }));
}

/** The same with so many branches, in a CSV file beside the table. */
export async function saveBranches(console: ConsoleInBrowser, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = `+1${206 + (at % 500)}555${String(Math.floor(at / 500)).padStart(4, '0')}`;
    const [latitude, longitude] = [30 + (at % 1700) / 100, -120 + Math.floor(at / 1700) / 2];
    return `branch-${at},Branch ${at},${number},${latitude.toFixed(4)},${longitude.toFixed(4)},accounts;cards;mortgages,always-open`;
  });
  const text = ['id,name,number,latitude,longitude,services,schedule', ...rows, ''].join('\n');
  await save(console, ({ table }) => ({
    table: { ...table, text: table.text.replace(/^branches:\n(?: .*\n|\n)*/m, 'branches: branches.csv\n\n') },
    branches: { name: 'branches.csv', text },
  }));
}

/** The texts of what was saved last. */
export async function draftOf({ bank }: ConsoleInBrowser): Promise<TableSourceBody> {
  return draftResponseSchema.parse(await (await bank.cloud.operatorConsole.ask(`${path}/draft`)).json()).source;
}

async function save({ bank }: ConsoleInBrowser, change: (source: TableSourceBody) => TableSourceBody): Promise<void> {
  const { consoleApi, operatorConsole } = bank.cloud;
  const { source } = tableResponseSchema.parse(await (await operatorConsole.ask(path)).json());
  const answer = await fetch(new URL(`${path}/draft`, consoleApi), {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await operatorConsole.token()}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'if-none-match': '*',
    },
    body: gzipSync(JSON.stringify({ source: change(source), basedOn: 1 })),
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) throw new Error(`the large draft was not saved: ${answer.status} ${await answer.text()}`);
}
