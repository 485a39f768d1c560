import { draftResponseSchema, savedDraftSchema } from '../../../../shared/contracts/tables-api.ts';
import { MemoryDraftStore } from '../../../../shared/adapters/memory/memory-draft-store.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { idsFake } from '../../../support/ids-fake.ts';
import { smallTableFile } from '../../../support/table-file-builder.ts';
import { TimersFake } from '../../../support/timers-fake.ts';
import { RoutingFixture, sourceOf } from './routing-fixture.ts';

const body = { source: sourceOf('name: example-bank\n'), basedOn: 0 };

describe('a draft at the API', () => {
  let api: RoutingFixture;
  beforeEach(() => {
    api = new RoutingFixture();
  });

  it('is saved, and read again with the etag that the next saving needs', async () => {
    const saved = await api.ask('putDraft', { headers: { 'if-none-match': '*' }, body });

    const read = await api.ask('getDraft');

    const { etag } = savedDraftSchema.parse(saved.body);
    expect([saved.status, saved.headers['etag']]).toEqual([200, `"${etag}"`]);
    expect([read.status, read.headers['etag']]).toEqual([200, `"${etag}"`]);
    expect(draftResponseSchema.parse(read.body)).toEqual({
      etag,
      by: 'olivia',
      at: '2026-11-18T15:00:00.000Z',
      basedOn: 0,
      source: body.source,
    });
  });

  it('may be wrong: what is typed is not lost', async () => {
    await api.saved('name: [half a');

    expect((await api.ask('getDraft')).body.source.table.text).toBe('name: [half a');
  });

  it('is saved over by whoever has seen it', async () => {
    const first = await api.saved('a');

    const second = await api.saved('b', { etag: first, by: 'otto' });

    expect((await api.ask('getDraft')).body).toMatchObject({ etag: second, by: 'otto', source: sourceOf('b') });
  });

  it.each([
    { case: 'an older etag', headers: { 'if-match': '"an-older-etag"' } },
    { case: 'the belief that there is none', headers: { 'if-none-match': '*' } },
  ])('is not saved over with $case: the second editor is told by whom it was', async ({ headers }) => {
    const etag = await api.saved('a');

    const { status, body: answer } = await api.ask('putDraft', { headers, body, by: 'otto' });

    expect([status, answer.code, answer.draft]).toEqual([
      409,
      'draft-changed',
      { etag, by: 'olivia', at: '2026-11-18T15:00:00.000Z', basedOn: 0 },
    ]);
    expect((await api.ask('getDraft')).body.source).toEqual(sourceOf('a'));
  });

  it('that is gone is not saved: its editor is told', async () => {
    const etag = await api.saved('a');
    await api.ask('deleteDraft', { headers: { 'if-match': `"${etag}"` } });

    const { status, body: answer } = await api.ask('putDraft', { headers: { 'if-match': `"${etag}"` }, body });

    expect([status, answer.code]).toEqual([409, 'draft-changed']);
    expect(answer).not.toHaveProperty('draft');
  });

  it('is discarded once, by whoever has seen it', async () => {
    const etag = await api.saved('a');

    const old = await api.ask('deleteDraft', { headers: { 'if-match': '"an-older-etag"' } });
    const seen = await api.ask('deleteDraft', { headers: { 'if-match': `"${etag}"` } });

    expect([old.status, old.body.code, old.body.draft.etag]).toEqual([409, 'draft-changed', etag]);
    expect([seen.status, seen.body]).toEqual([204, undefined]);
    expect(await api.ask('getDraft')).toMatchObject({ status: 404, body: { code: 'draft-not-found' } });
  });

  it.each(['putDraft', 'deleteDraft'] as const)('wants to know what one started from (%s)', async (route) => {
    expect(await api.ask(route, { body })).toMatchObject({ status: 428, body: { code: 'precondition-required' } });
  });

  it.each([
    { case: 'a weak etag', headers: { 'if-match': 'W/"an-older-etag"' } },
    { case: 'an etag without quotation marks', headers: { 'if-match': 'an-older-etag' } },
    { case: 'any etag', headers: { 'if-match': '*' } },
    { case: 'two etags', headers: { 'if-match': '"an-older-etag", "another-etag"' } },
    { case: 'both conditions', headers: { 'if-match': '"an-older-etag"', 'if-none-match': '*' } },
    { case: 'the absence of one etag', headers: { 'if-none-match': '"an-older-etag"' } },
  ])('takes no $case', async ({ headers }) => {
    expect(await api.ask('putDraft', { headers, body })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', message: expect.stringContaining('If-Match') },
    });
  });

  it('says which part of a request is wrong', async () => {
    const wrong = { source: { table: { name: 'bank.yaml' } }, basedOn: -1 };

    const { status, body: answer } = await api.ask('putDraft', { headers: { 'if-none-match': '*' }, body: wrong });

    expect([status, answer.code]).toEqual([400, 'invalid-request']);
    expect(answer.message).toMatch(/source\.table\.text: .*; basedOn: /);
  });

  it.each(['Bank', 'a'.repeat(33), 'draft#bank'])('is of no table called "%s"', async (name) => {
    expect(await api.ask('putDraft', { name, headers: { 'if-none-match': '*' }, body })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
    expect((await api.ask('getDraft', { name })).status).toBe(404);
  });

  it('is refused when it is too large to be stored', async () => {
    const drafts = new MemoryDraftStore({ clock: new TimersFake(), ids: idsFake() });
    drafts.save = () => Promise.reject(new BridgeError('table-too-large', 'too large'));
    api = new RoutingFixture({ drafts });

    expect(await api.ask('putDraft', { headers: { 'if-none-match': '*' }, body })).toMatchObject({
      status: 413,
      body: { code: 'table-too-large' },
    });
  });

  it('is in the audit when it is begun, when another person saves over it, and every ten minutes of work', async () => {
    const minute = 60_000;
    let etag: string | undefined;
    const savedBy = async (by: string, after: number): Promise<void> => {
      await api.clock.advanceBy(after);
      etag = await api.saved(`${by} ${after}`, { by, ...(etag === undefined ? {} : { etag }) });
    };
    await savedBy('olivia', 0);
    await savedBy('olivia', 1000);
    await savedBy('olivia', 10 * minute - 1001);
    await savedBy('olivia', 1);
    await savedBy('otto', 1000);
    await savedBy('otto', 1000);
    await savedBy('olivia', 1000);

    const page = await api.changes.latest({ limit: 100 });

    const began = Date.parse('2026-11-18T15:00:00Z');
    expect(page?.changes.map(({ kind, by, at }) => [kind, by, (at - began) / 1000])).toEqual([
      ['draftSaved', 'olivia', 603],
      ['draftSaved', 'otto', 601],
      ['draftSaved', 'olivia', 600],
      ['draftSaved', 'olivia', 0],
    ]);
  });

  it('is in the audit with who began it, who saved over it, and who discarded it', async () => {
    const first = await api.saved(smallTableFile);
    await api.clock.advanceBy(1);
    const second = await api.saved('b', { etag: first, by: 'otto' });
    await api.clock.advanceBy(1);
    await api.ask('deleteDraft', { headers: { 'if-match': `"${second}"` } });
    await api.clock.advanceBy(1);
    const again = await api.ask('deleteDraft', { headers: { 'if-match': `"${second}"` } });

    expect(again.status).toBe(204);
    expect(await api.audit()).toEqual([
      'draftDiscarded olivia example-bank',
      'draftSaved otto example-bank',
      'draftSaved olivia example-bank',
    ]);
  });
});
