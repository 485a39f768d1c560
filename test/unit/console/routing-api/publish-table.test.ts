import { checkResponseSchema } from '../../../../shared/contracts/tables-api.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';
import { RoutingFixture, sourceOf } from './routing-fixture.ts';

const because = 'holiday hours';

describe('publishing at the API', () => {
  let api: RoutingFixture;
  beforeEach(() => {
    api = new RoutingFixture();
  });

  it('puts the first draft of a table in force', async () => {
    const etag = await api.saved();

    const { status, body } = await api.ask('publishTable', { body: { because, basedOn: 0, etag } });

    expect([status, body]).toEqual([200, { version: 1 }]);
    expect(await api.tables.source('example-bank', 1)).toEqual(sourceOf(smallTableFile));
    expect((await api.tables.history('example-bank'))[0]).toMatchObject({ by: 'olivia', because, basedOn: 0 });
    expect((await api.tables.load('example-bank', 1))?.table.rules.map(({ id }) => id)).toEqual(['bills']);
  });

  it('leaves no draft, and says in the audit who it was and why', async () => {
    await api.published();

    expect(await api.drafts.head('example-bank')).toBeUndefined();
    expect((await api.changes.latest({ limit: 1 }))?.changes).toEqual([
      { kind: 'published', by: 'olivia', subject: 'example-bank', version: 1, because, at: api.clock.now() },
    ]);
  });

  it('refuses a table with errors, and says where they are', async () => {
    const etag = await api.saved(tableFileWith('- contactCenter: support', '- contactCenter: suport'));

    const { status, body } = await api.ask('publishTable', { body: { because, basedOn: 0, etag } });

    expect([status, body.code]).toEqual([422, 'table-refused']);
    const { findings } = checkResponseSchema.parse(body);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', path: 'rules[0].attempts[0].contactCenter', line: 23 }),
    );
    expect(await api.tables.currentVersion('example-bank')).toBe(0);
    expect(await api.drafts.head('example-bank')).toMatchObject({ etag });
  });

  it('refuses the file of another table', async () => {
    const etag = await api.saved(tableFileWith('name: example-bank', 'name: another-bank'));

    const { status, body } = await api.ask('publishTable', { body: { because, basedOn: 0, etag } });

    expect([status, body.findings[0]]).toMatchObject([
      422,
      { code: 'table-name-differs', path: 'name', line: 1, severity: 'error' },
    ]);
    expect(await api.tables.names()).toEqual([]);
  });

  it('refuses a draft that somebody has saved since, and says who', async () => {
    const seen = await api.saved();
    const etag = await api.saved('b', { etag: seen, by: 'otto' });

    const { status, body } = await api.ask('publishTable', { body: { because, basedOn: 0, etag: seen } });

    expect([status, body.code, body.draft]).toMatchObject([409, 'draft-changed', { etag, by: 'otto' }]);
    expect(await api.tables.names()).toEqual([]);
  });

  it('refuses a draft that is gone', async () => {
    const { status, body } = await api.ask('publishTable', { body: { because, basedOn: 0, etag: 'an-older-etag' } });

    expect([status, body.code]).toEqual([409, 'draft-changed']);
  });

  it('refuses a draft of an older version, and says which one is in force', async () => {
    await api.published();
    const etag = await api.saved();

    const { status, body } = await api.ask('publishTable', { body: { because, basedOn: 0, etag } });

    expect([status, body.code, body.current]).toEqual([409, 'version-changed', 1]);
    expect(await api.drafts.head('example-bank')).toMatchObject({ etag });
  });

  it('is told when somebody else publishes at the same moment', async () => {
    const etag = await api.saved();
    const publish = api.tables.publish.bind(api.tables);
    api.tables.publish = async (table, source, publication) => {
      await publish(table, source, { ...publication, by: 'otto' });
      return publish(table, source, publication);
    };

    const { status, body } = await api.ask('publishTable', { body: { because, basedOn: 0, etag } });

    expect([status, body.code, body.current]).toEqual([409, 'version-changed', 1]);
  });

  it.each(['', '  x  ', 'x'.repeat(501)])('wants a reason of a few words: "%s"', async (reason) => {
    const etag = await api.saved();

    const { status, body } = await api.ask('publishTable', { body: { because: reason, basedOn: 0, etag } });

    expect([status, body.code]).toEqual([400, 'invalid-request']);
    expect(body.message).toContain('because: must ');
  });

  it('stays done when the audit or the draft cannot be written, and that is logged', async () => {
    const etag = await api.saved();
    const fails = (): Promise<never> => Promise.reject(new BridgeError('store-unavailable', 'no answer'));
    api.changes.add = fails;
    api.drafts.discard = fails;

    const { status, body } = await api.ask('publishTable', { body: { because, basedOn: 0, etag } });

    expect([status, body]).toEqual([200, { version: 1 }]);
    const errors = api.lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error');
    expect(errors.map(({ event }) => event)).toEqual(['change-not-recorded', 'published-draft-not-discarded']);
  });

  it('says that the store does not answer', async () => {
    const etag = await api.saved();
    api.tables.publish = () => Promise.reject(new BridgeError('store-unavailable', 'no answer'));

    expect(await api.ask('publishTable', { body: { because, basedOn: 0, etag } })).toMatchObject({
      status: 503,
      body: { code: 'store-unavailable' },
    });
  });

  it('says in no log what is in a table', async () => {
    await api.published();

    expect(api.lines.join()).not.toMatch(/example-bank|olivia|holiday|\+1/);
  });
});

describe('checking at the API', () => {
  it('finds no error in a table in order, and changes nothing', async () => {
    const api = new RoutingFixture();

    const { status, body } = await api.ask('checkTable', { body: { source: sourceOf(smallTableFile) } });

    const { findings } = checkResponseSchema.parse(body);
    expect([status, findings.map(({ severity }) => severity)]).toEqual([200, ['note', 'note']]);
    expect(findings[0]).toMatchObject({ code: 'rule-redundant', rule: 'bills', witness: { seed: 'witness-1' } });
    expect([await api.tables.names(), await api.audit()]).toEqual([[], []]);
  });

  it.each([
    { case: 'no YAML', text: 'name: [half a', name: 'example-bank' },
    {
      case: 'a name that is not there',
      text: tableFileWith('schedule: office-hours', 'schedule: office'),
      name: 'example-bank',
    },
    { case: 'another name than the table has', text: smallTableFile, name: 'another-bank' },
  ])('tells of $case with its line', async ({ text, name }) => {
    const { status, body } = await new RoutingFixture().ask('checkTable', { name, body: { source: sourceOf(text) } });

    expect(status).toBe(200);
    const { findings } = checkResponseSchema.parse(body);
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', line: expect.any(Number) }));
  });
});
