import { EditRefused } from '../../../../../console/web/workbench/edit-json.ts';
import type { TableEdit } from '../../../../../console/web/workbench/table-edit.ts';
import { CopiesFake, deskOf, DeskFixture, publishedTable, sourceOf, tableText } from './desk-fixture.ts';

const swap: TableEdit = { op: 'move', path: ['rules'], from: 1, to: 0 };
const patience = (value: number): TableEdit => ({ op: 'set', path: ['patience'], value });

describe('a draft that somebody edits', () => {
  it('shows an edit at once, and saves its text when they pause', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();

    deskOf(model).edit(swap, 'moved second up');
    const shown = deskOf(model).view.file?.rules?.map(({ id }) => id);
    await fixture.timers.advanceBy(799);
    const early = fixture.server.saves.length;
    await fixture.timers.advanceBy(2);

    expect(shown).toEqual(['second', 'first']);
    expect(early).toBe(0);
    expect(fixture.server.saves).toHaveLength(1);
    expect(fixture.server.saves[0]).toMatch(/- id: second\n.*\n {2}- id: first # the first/);
    expect(deskOf(model)).toMatchObject({ saving: { kind: 'saved' }, undoable: 'moved second up', differs: true });
  });

  it('goes back and forth, and saves where it was left', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();
    deskOf(model).edit(swap, 'moved second up');
    deskOf(model).edit(patience(60), 'less patience');

    deskOf(model).undo();
    deskOf(model).undo();
    deskOf(model).redo();
    await fixture.timers.advanceBy(1000);

    expect(deskOf(model)).toMatchObject({ undoable: 'moved second up', redoable: 'less patience' });
    expect(deskOf(model).view.file?.patience).toBeUndefined();
    expect(fixture.server.draft?.source.table.text).toBe(deskOf(model).view.text);
    expect(deskOf(model).view.text).not.toContain('patience');
  });

  it('says what is wrong with a text, and takes edits again when it is mended', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();

    deskOf(model).edit({ op: 'text', text: tableText.replace('dialling', 'dailling') }, 'typed');
    await fixture.timers.advanceBy(400);
    const broken = deskOf(model);
    expect(() => broken.edit(swap, 'moved')).toThrow(EditRefused);
    deskOf(model).edit({ op: 'text', text: tableText }, 'typed');
    deskOf(model).edit(patience(60), 'less patience');
    await fixture.timers.advanceBy(400);

    expect(broken.view.file).toBeUndefined();
    expect(broken.findings).toContainEqual(expect.objectContaining({ severity: 'error' }));
    expect(deskOf(model).view.text).toContain('patience: 60\n');
    expect(deskOf(model).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes back what was typed into one field at once, and goes on from there', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();
    for (const value of [10, 20, 30]) {
      deskOf(model).edit(patience(value), 'changed the settings');
      await fixture.timers.advanceBy(300);
    }

    const typed = deskOf(model).view.file?.patience;
    deskOf(model).undo();
    const undone = [deskOf(model).view.file?.patience, deskOf(model).undoable];
    deskOf(model).redo();
    deskOf(model).edit(swap, 'moved second up');
    await fixture.timers.advanceBy(1000);

    expect(typed).toBe(30);
    expect(undone).toEqual([undefined, undefined]);
    expect(fixture.server.draft?.source.table.text).toMatch(/patience: 30\n/);
    expect(fixture.server.draft?.source.table.text).toMatch(/- id: second\n.*\n {2}- id: first # the first/);
  });

  it('is only a text when an edit has made no table of it, until that is taken back', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();

    deskOf(model).edit({ op: 'remove', path: ['callerId'] }, 'removed the caller id');
    await fixture.timers.advanceBy(400);
    const broken = deskOf(model);
    broken.undo();
    await fixture.timers.advanceBy(400);

    expect(broken.view.file).toBeUndefined();
    expect(broken.view.text).not.toContain('callerId');
    expect(broken.findings).toContainEqual(expect.objectContaining({ path: 'callerId', severity: 'error' }));
    expect(broken.undoable).toBe('removed the caller id');
    expect(deskOf(model).view).toMatchObject({ text: tableText, file: { callerId: '+12065550100' } });
  });

  it('is for reading only to who may not write', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open('vera', new CopiesFake(), false);

    deskOf(model).edit(swap, 'moved');
    await fixture.timers.advanceBy(2000);

    expect(deskOf(model).view.text).toBe(tableText);
    expect(fixture.server.saves).toEqual([]);
  });

  it('is published as it was saved, and then is the version in force', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();
    deskOf(model).edit(swap, 'moved second up');

    const publishing = deskOf(model).publish('second is busier');
    await fixture.timers.advanceBy(1);

    expect(await publishing).toBe(2);
    expect(fixture.server.published.source.table.text).toBe(deskOf(model).view.text);
    expect(deskOf(model)).toMatchObject({ differs: false, saving: { kind: 'unchanged' }, published: { version: 2 } });
  });
});

describe('one who edits alone', () => {
  it('is in no conflict with an answer that is older than their last saving', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();
    const late = Promise.withResolvers<void>();
    fixture.server.headsWait = late.promise;
    await fixture.timers.advanceBy(5000);
    deskOf(model).edit(patience(60), 'less patience');
    await fixture.timers.advanceBy(1000);
    deskOf(model).edit(patience(50), 'less patience still');

    late.resolve();
    await fixture.timers.advanceBy(100);
    const { saving } = deskOf(model);
    await fixture.timers.advanceBy(1000);

    expect(saving.kind).toBe('saving');
    expect(fixture.server.saves).toHaveLength(2);
  });

  it('can go back to the version in force, and from there to what they had', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();
    deskOf(model).edit(patience(60), 'less patience');

    const discarding = deskOf(model).discard();
    await fixture.timers.advanceBy(10);
    await discarding;
    const discarded = [deskOf(model).view.text, fixture.server.draft, deskOf(model).differs];
    deskOf(model).undo();
    await fixture.timers.advanceBy(1000);

    expect(discarded).toEqual([tableText, undefined, false]);
    expect(fixture.server.draft?.source.table.text).toContain('patience: 60');
  });
});

describe('two who edit one draft', () => {
  it('are told, and nothing is overwritten until one of both is chosen: mine', async () => {
    const fixture = new DeskFixture();
    const [olivia, oscar] = [await fixture.open('olivia'), await fixture.open('oscar')];
    deskOf(olivia).edit(swap, 'moved second up');
    deskOf(oscar).edit(patience(60), 'less patience');

    await fixture.timers.advanceBy(20_000);
    const [first, second] = [deskOf(olivia).saving, deskOf(oscar).saving];
    const saved = fixture.server.saves.length;
    deskOf(oscar).settle('mine');
    await fixture.timers.advanceBy(6000);

    expect([first.kind, second]).toEqual([
      'saved',
      { kind: 'conflict', theirs: { by: 'olivia', at: expect.any(String) } },
    ]);
    expect(saved).toBe(1);
    expect(fixture.server.draft).toMatchObject({ by: 'oscar' });
    expect(deskOf(olivia)).toMatchObject({ lastEditor: { by: 'oscar' }, view: { file: { patience: 60 } } });
    expect(deskOf(olivia).undoable).toBe('what somebody else has saved');
  });

  it('can take what the other has, and have their own back', async () => {
    const fixture = new DeskFixture();
    const [olivia, oscar] = [await fixture.open('olivia'), await fixture.open('oscar')];
    deskOf(olivia).edit(swap, 'moved second up');
    await fixture.timers.advanceBy(1000);
    deskOf(oscar).edit(patience(60), 'less patience');
    await fixture.timers.advanceBy(1000);

    deskOf(oscar).settle('theirs');
    await fixture.timers.advanceBy(100);
    const theirs = deskOf(oscar).view.text;
    deskOf(oscar).undo();
    await fixture.timers.advanceBy(1000);

    expect(theirs).toBe(fixture.server.saves[0]);
    expect(deskOf(oscar).view.file?.patience).toBe(60);
    expect(fixture.server.draft).toMatchObject({ by: 'oscar', source: { table: { text: deskOf(oscar).view.text } } });
  });

  it('are told that the draft was published meanwhile', async () => {
    const fixture = new DeskFixture();
    const [olivia, oscar] = [await fixture.open('olivia'), await fixture.open('oscar')];
    deskOf(olivia).edit(swap, 'moved second up');
    await fixture.timers.advanceBy(7000);
    await deskOf(olivia).publish('second is busier');
    deskOf(oscar).edit(patience(60), 'less patience');

    await fixture.timers.advanceBy(1000);

    expect(deskOf(oscar).saving).toEqual({ kind: 'conflict' });
    deskOf(oscar).settle('mine');
    await fixture.timers.advanceBy(10);
    expect(fixture.server.draft).toMatchObject({ by: 'oscar', basedOn: 2 });
  });
});

describe('what was typed when the page was closed', () => {
  it('is there again, and is saved', async () => {
    const fixture = new DeskFixture();
    const copies = new CopiesFake();
    const closed = await fixture.open('olivia', copies);
    deskOf(closed).edit(patience(60), 'less patience');
    const unsafe = closed.isUnsafe;
    await fixture.timers.advanceBy(10);
    expect([unsafe, closed.isUnsafe]).toEqual([true, false]);
    closed.close();

    const model = await fixture.open('olivia', copies);
    await fixture.timers.advanceBy(1000);

    expect(deskOf(model)).toMatchObject({ view: { file: { patience: 60 } }, saving: { kind: 'saved' } });
    expect(fixture.server.saves).toHaveLength(1);
    expect(copies.copy).toBeUndefined();
  });

  it('is not saved over what somebody else has saved since', async () => {
    const fixture = new DeskFixture();
    const copies = new CopiesFake();
    copies.copy = { source: sourceOf(`${tableText}patience: 60\n`), basedOn: 1, at: 1 };
    fixture.server.save('oscar', sourceOf(`${tableText}patience: 90\n`), 1, undefined);

    const model = await fixture.open('olivia', copies);
    await fixture.timers.advanceBy(10_000);

    expect(deskOf(model)).toMatchObject({
      saving: { kind: 'conflict', theirs: { by: 'oscar' } },
      view: { file: { patience: 60 } },
    });
    expect(fixture.server.saves).toHaveLength(1);
  });
});

describe('a version that somebody publishes past the draft', () => {
  it('is shown where there is no draft, so that the next edit begins from it', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();
    fixture.server.published = publishedTable(2, tableText.replace('id: first', 'id: foremost'), 'back to before');

    await model.look();
    await fixture.timers.advanceBy(400);

    expect(deskOf(model).view.file?.rules?.map(({ id }) => id)).toEqual(['foremost', 'second']);
    expect(deskOf(model)).toMatchObject({ differs: false, published: { version: 2 } });
  });

  it('is not overwritten unseen', async () => {
    const fixture = new DeskFixture();
    const model = await fixture.open();
    deskOf(model).edit(patience(60), 'less patience');
    fixture.server.published = publishedTable(2, `${tableText}patience: 90\n`);
    await fixture.timers.advanceBy(6000);

    await expect(deskOf(model).publish('now')).rejects.toMatchObject({ code: 'version-changed' });

    expect(deskOf(model).published?.version).toBe(2);
  });
});
