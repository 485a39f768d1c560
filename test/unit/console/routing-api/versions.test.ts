import { changesResponseSchema } from '../../../../shared/contracts/changes-api.ts';
import {
  tableResponseSchema,
  tablesResponseSchema,
  versionsResponseSchema,
} from '../../../../shared/contracts/tables-api.ts';
import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';
import { RoutingFixture, sourceOf } from './routing-fixture.ts';

const year = 365 * 24 * 60 * 60 * 1000;
const edited = tableFileWith('id: bills', 'id: billing');

describe('tables and versions at the API', () => {
  let api: RoutingFixture;
  beforeEach(async () => {
    api = new RoutingFixture();
    await api.published(smallTableFile, 0);
    await api.published(edited, 1);
  });

  it('are listed with what is in force, and who works on what', async () => {
    await api.saved('half', { name: 'shop', by: 'otto' });

    const { status, body } = await api.ask('listTables');

    expect(status).toBe(200);
    expect(tablesResponseSchema.parse(body).tables).toMatchObject([
      { name: 'example-bank', current: { version: 2, by: 'olivia', because: 'holiday hours', basedOn: 1 } },
      { name: 'shop', draft: { by: 'otto', basedOn: 0 } },
    ]);
    expect(body.tables[0]).not.toHaveProperty('draft');
    expect(body.tables[1]).not.toHaveProperty('current');
  });

  it('are read with the files that an operator wrote', async () => {
    const inForce = await api.ask('getTable');
    const first = await api.ask('getVersion', { version: '1' });

    expect(tableResponseSchema.parse(inForce.body)).toMatchObject({
      name: 'example-bank',
      version: { version: 2, at: '2026-11-18T15:00:00.000Z' },
      source: sourceOf(edited),
    });
    expect(tableResponseSchema.parse(first.body)).toMatchObject({
      version: { version: 1 },
      source: sourceOf(smallTableFile),
    });
  });

  it('are listed newest first; none of a table that has only been begun', async () => {
    await api.saved('half', { name: 'shop' });

    const versions = versionsResponseSchema.parse((await api.ask('listVersions')).body).versions;

    expect(versions.map(({ version, basedOn }) => [version, basedOn])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expect(await api.ask('listVersions', { name: 'shop' })).toMatchObject({ status: 200, body: { versions: [] } });
  });

  it.each(['0', '3', '-1', '1.5', 'latest', '99999999999999999999'])('know no version %s', async (version) => {
    expect(await api.ask('getVersion', { version })).toMatchObject({
      status: 404,
      body: { code: 'version-not-found' },
    });
  });

  it.each(['getTable', 'listVersions', 'rollBackTable'] as const)(
    'know no table that is not there (%s)',
    async (route) => {
      const body = { to: 1, because: 'too many calls', basedOn: 2 };

      expect(await api.ask(route, { name: 'shop', body })).toMatchObject({
        status: 404,
        body: { code: 'table-not-found' },
      });
    },
  );

  describe('rolled back', () => {
    const body = { to: 1, because: 'too many calls', basedOn: 2 };

    it('are in force again as a version of their own, and in the audit', async () => {
      const answer = await api.ask('rollBackTable', { body });

      expect([answer.status, answer.body]).toEqual([200, { version: 3 }]);
      expect((await api.ask('getTable')).body).toMatchObject({
        version: { version: 3, rollbackTo: 1, because: 'too many calls' },
        source: sourceOf(smallTableFile),
      });
      expect(await api.audit()).toContain('rolledBack olivia example-bank 3');
    });

    it('are not put over what somebody has published since', async () => {
      await api.published(smallTableFile, 2);

      const answer = await api.ask('rollBackTable', { body });

      expect([answer.status, answer.body.code, answer.body.current]).toEqual([409, 'version-changed', 3]);
    });

    it('have to be others than the one in force', async () => {
      const answer = await api.ask('rollBackTable', { body: { ...body, to: 2 } });

      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
    });

    it('have to be known', async () => {
      const answer = await api.ask('rollBackTable', { body: { ...body, to: 7 } });

      expect([answer.status, answer.body.code]).toEqual([404, 'version-not-found']);
    });

    it('are refused when they know no opening hours of today any more', async () => {
      await api.clock.advanceBy(2 * year);

      const answer = await api.ask('rollBackTable', { body });

      expect([answer.status, answer.body.code]).toEqual([422, 'table-refused']);
      expect(answer.body.findings).toMatchObject([{ severity: 'error', code: 'opening-hours-over' }]);
      expect(await api.tables.currentVersion('example-bank')).toBe(2);
    });
  });

  describe('changes', () => {
    it('are listed latest first, page by page', async () => {
      const first = changesResponseSchema.parse((await api.ask('listChanges', { query: { limit: '3' } })).body);
      const second = changesResponseSchema.parse(
        (await api.ask('listChanges', { query: { limit: '3', cursor: first.cursor! } })).body,
      );

      expect([...first.changes, ...second.changes].map(({ kind, version }) => [kind, version])).toEqual([
        ['published', 2],
        ['draftSaved', undefined],
        ['published', 1],
        ['draftSaved', undefined],
      ]);
      expect(second.cursor).toBeUndefined();
    });

    it.each([{ limit: '0' }, { limit: '101' }, { limit: 'all' }, { cursor: 'nonsense' }, { since: '1' }])(
      'are not listed for %j',
      async (query) => {
        expect(await api.ask('listChanges', { query })).toMatchObject({
          status: 400,
          body: { code: 'invalid-request' },
        });
      },
    );
  });
});
