import type { Page } from 'playwright-core';
import { openConsole, type ConsoleInBrowser, type Who } from '../support/browser/console-in-browser.ts';
import { RoutingTablePage } from '../support/browser/routing-table-page.ts';

const draft = { method: 'DELETE', path: '/api/tables/example-bank/draft' } as const;
const publish = { method: 'POST', path: '/api/tables/example-bank/publish' } as const;
const context = { method: 'GET', path: '/api/call-contexts/some-context' } as const;
const command = { method: 'POST', path: '/api/calls/some-call/commands' } as const;
const call = { method: 'POST', path: '/local/calls' } as const;

const groups: readonly {
  readonly who: Who;
  readonly sees: readonly string[];
  readonly refused: readonly { readonly method: string; readonly path: string }[];
}[] = [
  { who: 'Olivia', sees: ['Routing', 'Simulator', 'Calls', 'Figures', 'Desk', 'Changes'], refused: [] },
  { who: 'Andy', sees: ['Routing', 'Simulator', 'Calls', 'Figures', 'Desk', 'Changes'], refused: [draft, publish] },
  {
    who: 'Vera',
    sees: ['Routing', 'Simulator', 'Calls', 'Figures', 'Changes'],
    refused: [draft, publish, context, command, call],
  },
  { who: 'Nobody', sees: [], refused: [draft, publish, context, command, call] },
];

describe('Who is signed in', () => {
  let console: ConsoleInBrowser;
  beforeAll(async () => {
    console = await openConsole();
  });
  afterAll(async () => {
    await console?.close();
  });
  afterEach(() => {
    expect(console.errors()).toEqual([]);
  });

  it.each(groups)('as $who sees what they may, and the API refuses them the rest', async ({ who, sees, refused }) => {
    const { page, context: visit } = await console.newVisitor();

    await console.open(page, who, '/changes');
    const places = page.getByRole('navigation', { name: 'Console' }).getByRole('link');
    if (sees.length > 0) await places.first().waitFor();
    else await page.getByText('is in no group of the console').waitFor();

    await expect(places.allTextContents()).resolves.toEqual(sees);
    const requests = [draft, publish, context, command, call];
    const answers = await Promise.all(requests.map((request) => statusOf(page, request)));
    expect(requests.filter((_, at) => answers[at] === 403)).toEqual(refused);
    expect(answers).not.toContain(401);
    await visit.close();
  });

  it.each(['Andy', 'Vera'] as const)('as %s reads the rules, and has nothing to change them with', async (who) => {
    const { page, context: visit } = await console.newVisitor();

    const table = await RoutingTablePage.open(console, page, who);
    await table.rule('mortgages').waitFor();

    await table.draft.getByText('You can look, and not change it').waitFor();
    await expect(page.getByRole('button', { name: /^(?:Edit|Drag|More about|Add) / }).count()).resolves.toBe(0);
    await visit.close();
  });

  it('as nobody at all is asked who they are, and the API answers nothing', async () => {
    const { page, context: visit } = await console.newVisitor();

    await page.goto(`${console.url}/routing`);
    await page.getByRole('button', { name: 'Olivia' }).waitFor();

    const answers = await Promise.all(
      ['/api/tables', '/api/calls', '/api/changes', '/api/openapi.json', '/local/state'].map((path) =>
        fetch(console.url + path, { signal: AbortSignal.timeout(10_000) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    await visit.close();
  });
});

/** What the API answers when somebody asks it past the page, with their own token. */
async function statusOf(page: Page, { method, path }: { method: string; path: string }): Promise<number> {
  const grant = await page.evaluate<string>('sessionStorage.getItem("console.grant")');
  const { accessToken } = JSON.parse(grant) as { accessToken: string };
  const answer = await fetch(new URL(path, page.url()), {
    method,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: '{}' } : {}),
    signal: AbortSignal.timeout(10_000),
  });
  return answer.status;
}
