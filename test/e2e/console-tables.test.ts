import { gzipSync } from 'node:zlib';
import { changesResponseSchema } from '../../shared/contracts/changes-api.ts';
import { consoleScopes } from '../../shared/contracts/console-scopes.ts';
import {
  checkResponseSchema,
  draftResponseSchema,
  savedDraftSchema,
  tableResponseSchema,
  tablesResponseSchema,
  type TableSourceBody,
} from '../../shared/contracts/tables-api.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { signIn, type SignedInPerson } from '../support/signed-in-person.ts';

const table = '/tables/example-bank';
const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;

let bank: CloudFixture;
let olivia: SignedInPerson;
let vera: SignedInPerson;
beforeAll(async () => {
  bank = await anExampleBank();
  olivia = await signIn(bank.cloud, 'olivia', consoleScopes);
  vera = await signIn(bank.cloud, 'vera', consoleScopes);
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);

async function sourceInForce(): Promise<TableSourceBody> {
  return tableResponseSchema.parse(await (await olivia.ask(table)).json()).source;
}

function withText(source: TableSourceBody, from: string, to: string): TableSourceBody {
  if (!source.table.text.includes(from)) throw new Error(`the table has no "${from}"`);
  return { ...source, table: { ...source.table, text: source.table.text.replace(from, to) } };
}

/** The etag that came of it. */
async function save(person: SignedInPerson, source: TableSourceBody, headers: Record<string, string>): Promise<string> {
  const answer = await person.ask(`${table}/draft`, { method: 'PUT', body: { source, basedOn: 1 }, headers });
  expect(answer.status).toBe(200);
  const { etag } = savedDraftSchema.parse(await answer.json());
  expect(answer.headers.get('etag')).toBe(`"${etag}"`);
  return etag;
}

// In this order: the calls of the last story go by what was published there, before the function has known another version.
describe('an operator who changes a routing table', () => {
  it('is told of its errors, and cannot publish it with them', async () => {
    const wrong = withText(await sourceInForce(), 'contactCenter: support', 'contactCenter: suport');
    const etag = await save(olivia, wrong, { 'if-none-match': '*' });

    const checked = await olivia.ask(`${table}/check`, { method: 'POST', body: { source: wrong } });
    const published = await olivia.ask(`${table}/publish`, {
      method: 'POST',
      body: { because: 'a new rule', basedOn: 1, etag },
    });

    const { findings } = checkResponseSchema.parse(await checked.json());
    expect(findings.find(({ severity }) => severity === 'error')).toMatchObject({ line: expect.any(Number) });
    expect([published.status, await published.json()]).toMatchObject([
      422,
      { code: 'table-refused', findings: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) },
    ]);
    expect(
      (await olivia.ask(`${table}/draft`, { method: 'DELETE', headers: { 'if-match': `"${etag}"` } })).status,
    ).toBe(204);
  });

  it('is told when a second one has saved in between, and nothing is lost', async () => {
    const source = await sourceInForce();
    const seenByBoth = await save(olivia, source, { 'if-none-match': '*' });
    const faster = await save(olivia, withText(source, 'id: lost-cards', 'id: faster'), {
      'if-match': `"${seenByBoth}"`,
    });

    const slower = await olivia.ask(`${table}/draft`, {
      method: 'PUT',
      body: { source: withText(source, 'id: lost-cards', 'id: slower'), basedOn: 1 },
      headers: { 'if-match': `"${seenByBoth}"` },
    });

    expect([slower.status, await slower.json()]).toMatchObject([
      409,
      { code: 'draft-changed', draft: { etag: faster, basedOn: 1 } },
    ]);
    const draft = draftResponseSchema.parse(await (await olivia.ask(`${table}/draft`)).json());
    expect(draft.source.table.text).toContain('id: faster');
    await olivia.ask(`${table}/draft`, { method: 'DELETE', headers: { 'if-match': `"${faster}"` } });
  });

  it('sends and is sent large tables compressed', async () => {
    const source = await sourceInForce();
    const padded = withText(source, 'name: example-bank', `name: example-bank # ${'so it is '.repeat(200_000)}`);

    const saved = await olivia.ask(`${table}/draft`, {
      method: 'PUT',
      body: gzipSync(JSON.stringify({ source: padded, basedOn: 1 })),
      headers: { 'if-none-match': '*', 'content-type': 'application/gzip' },
    });
    const read = await olivia.ask(`${table}/draft`);

    expect([saved.status, read.status, read.headers.get('content-encoding')]).toEqual([200, 200, 'gzip']);
    const { etag, source: stored } = draftResponseSchema.parse(await read.json());
    expect(stored).toEqual(padded);
    await olivia.ask(`${table}/draft`, { method: 'DELETE', headers: { 'if-match': `"${etag}"` } });
  });

  it.each([
    { method: 'PUT', path: `${table}/draft` },
    { method: 'DELETE', path: `${table}/draft` },
    { method: 'POST', path: `${table}/publish` },
    { method: 'POST', path: `${table}/rollback` },
  ])('is no viewer: who may only look is refused ($method $path)', async ({ method, path }) => {
    expect((await vera.ask(path, { method, body: {} })).status).toBe(403);
    expect((await vera.ask(table)).status).toBe(200);
  });

  it('publishes it, and the next call goes by it', async () => {
    const edited = withText(await sourceInForce(), 'id: lost-cards', 'id: cards-first');
    const etag = await save(olivia, edited, { 'if-none-match': '*' });

    const published = await olivia.ask(`${table}/publish`, {
      method: 'POST',
      body: { because: 'cards come first', basedOn: 1, etag },
    });
    await bank.talk(await bank.ordered(...lostCard));

    expect([published.status, await published.json()]).toEqual([200, { version: 2 }]);
    expect((await bank.recorded()).summary).toMatchObject({ ruleId: 'cards-first', tableVersion: 2 });
    const { tables } = tablesResponseSchema.parse(await (await vera.ask('/tables')).json());
    expect(tables).toMatchObject([{ name: 'example-bank', current: { version: 2, because: 'cards come first' } }]);
    expect(tables[0]).not.toHaveProperty('draft');
  });

  it('stands in the audit with what was done and why, by the operator’s address', async () => {
    const answer = await olivia.ask('/changes?limit=2');

    const { changes } = changesResponseSchema.parse(await answer.json());
    const published = changes.find(({ kind }) => kind === 'published');
    expect(published).toMatchObject({ subject: 'example-bank', version: 2, because: 'cards come first' });
    expect(published?.by).toBe('olivia@example.com');
  });

  it('finds the API described', async () => {
    const document = (await (await vera.ask('/openapi.json')).json()) as { openapi: string; paths: object };

    expect(document.openapi).toBe('3.1.1');
    expect(document.paths).toHaveProperty(['/tables/{name}/draft', 'put']);
  });
});
