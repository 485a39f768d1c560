import type { TableEdit } from '../../../../../console/web/workbench/table-edit.ts';
import { deskOf, DeskFixture, publishedTable, sourceOf, tableText } from './desk-fixture.ts';

const patience = (value: number): TableEdit => ({ op: 'set', path: ['patience'], value });
const oscars = `${tableText}patience: 90\n`;

/** Olivia has changed the table, and looks at what that means. */
async function reviewing() {
  const fixture = new DeskFixture();
  const model = await fixture.open('olivia');
  deskOf(model).edit(patience(60), 'less patience');
  const review = deskOf(model).review();
  await fixture.timers.advanceBy(10);
  await review;
  const { server, timers } = fixture;
  return { model, server, timers };
}

describe('a draft that was reviewed', () => {
  it('is published', async () => {
    const { model, server } = await reviewing();

    const version = await deskOf(model).publish('calls wait too long');

    expect(version).toBe(2);
    expect(server.published.source.table.text).toContain('patience: 60');
  });

  it('is not published when somebody else’s has taken its place since', async () => {
    const { model, server, timers } = await reviewing();
    server.save('oscar', sourceOf(oscars), 1, server.draft?.etag);
    await timers.advanceBy(6000);

    await expect(deskOf(model).publish('calls wait too long')).rejects.toMatchObject({ code: 'draft-changed' });
    const refused = server.published.version.version;
    await deskOf(model).review();
    await deskOf(model).publish('calls wait too long');

    expect(refused).toBe(1);
    expect(server.published.source.table.text).toBe(oscars);
  });

  it('is not published when somebody has saved over it a moment ago; theirs is what is reviewed next', async () => {
    const { model, server, timers } = await reviewing();
    server.save('oscar', sourceOf(oscars), 1, server.draft?.etag);

    await expect(deskOf(model).publish('calls wait too long')).rejects.toMatchObject({ code: 'draft-changed' });
    await timers.advanceBy(10);

    expect(server.published.version.version).toBe(1);
    expect(deskOf(model).view.text).toBe(oscars);
  });

  it('is not published when something was taken back since', async () => {
    const { model, server, timers } = await reviewing();
    deskOf(model).edit(patience(50), 'less still');
    await timers.advanceBy(10);

    await expect(deskOf(model).publish('calls wait too long')).rejects.toMatchObject({ code: 'draft-changed' });

    expect(server.published.version.version).toBe(1);
  });
});

describe('publishing whose answer is lost', () => {
  it('is done when what was sent is in force', async () => {
    const { model, server } = await reviewing();
    server.publishFault = 'answerLost';

    const version = await deskOf(model).publish('calls wait too long');

    expect(version).toBe(2);
    expect(deskOf(model)).toMatchObject({ differs: false, saving: { kind: 'unchanged' }, published: { version: 2 } });
    expect(server.draft).toBeUndefined();
  });

  it('is found to be done later, without another version or draft, and nobody else is blamed', async () => {
    const { model, server, timers } = await reviewing();
    server.publishFault = 'silence';
    const saves = server.saves.length;

    await expect(deskOf(model).publish('calls wait too long')).rejects.toMatchObject({ code: 'offline' });
    server.answerAgain();
    await timers.advanceBy(6000);
    const seen = deskOf(model);
    const version = await seen.publish('calls wait too long');

    expect(seen).toMatchObject({ differs: false, saving: { kind: 'unchanged' }, published: { version: 2 } });
    expect([version, server.published.version.version, server.saves.length]).toEqual([2, 2, saves]);
  });

  it('keeps what was typed since, as the next draft', async () => {
    const { model, server, timers } = await reviewing();
    server.publishFault = 'silence';
    await expect(deskOf(model).publish('calls wait too long')).rejects.toMatchObject({ code: 'offline' });

    deskOf(model).edit(patience(50), 'less still');
    await timers.advanceBy(2000);
    server.answerAgain();
    await timers.advanceBy(12_000);

    expect(deskOf(model).saving.kind).toBe('saved');
    expect(server.draft).toMatchObject({ by: 'olivia', basedOn: 2 });
    expect(server.draft?.source.table.text).toContain('patience: 50');
  });

  it('is sent again when it never arrived', async () => {
    const { model, server } = await reviewing();
    server.publishFault = 'lost';

    await expect(deskOf(model).publish('calls wait too long')).rejects.toMatchObject({ code: 'offline' });

    expect(await deskOf(model).publish('calls wait too long')).toBe(2);
  });
});

describe('a table that says what the version in force says', () => {
  it('is not made a draft, nor published once more', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();

    await expect(deskOf(model).publish('for nothing')).rejects.toMatchObject({ code: 'draft-changed' });

    expect([fixture.server.saves, fixture.server.published.version.version]).toEqual([[], 1]);
  });
});

describe('a draft that was begun before the version in force', () => {
  it('says from which it was begun', async () => {
    const { model, server, timers } = await reviewing();
    server.published = publishedTable(2, oscars);

    await timers.advanceBy(6000);

    expect(deskOf(model)).toMatchObject({ begunFrom: 1, published: { version: 2 } });
  });
});

describe('keeping mine', () => {
  it('does not overwrite the draft of a third person, whom nobody was told of', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open('olivia');
    fixture.server.save('oscar', sourceOf(oscars), 1, undefined);
    deskOf(model).edit(patience(60), 'less patience');
    await fixture.timers.advanceBy(1000);
    const told = deskOf(model).saving;
    fixture.server.save('vera', sourceOf(tableText), 1, fixture.server.draft?.etag);

    deskOf(model).settle('mine');
    await fixture.timers.advanceBy(10);
    const again = deskOf(model).saving;
    const kept = fixture.server.draft?.by;
    deskOf(model).settle('mine');
    await fixture.timers.advanceBy(10);

    expect(told).toMatchObject({ kind: 'conflict', theirs: { by: 'oscar' } });
    expect(again).toMatchObject({ kind: 'conflict', theirs: { by: 'vera' } });
    expect([kept, fixture.server.draft?.by]).toEqual(['vera', 'olivia']);
  });
});
