import { DraftSaver } from '../../../../../console/web/workbench/saving/draft-saver.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { DraftServerFake, sourceOf } from './desk-fixture.ts';

class SaverFixture {
  readonly timers = new TimersFake();
  readonly server = new DraftServerFake();
  overtaken = 0;
  text = 'one';
  readonly saver = new DraftSaver({
    server: this.server.as('olivia'),
    timers: this.timers,
    texts: async () => ({ revision: 1, source: sourceOf(this.text) }),
    onChange: () => undefined,
    onSaved: () => undefined,
    onOvertaken: () => void (this.overtaken += 1),
  });

  type(text: string): void {
    this.text = text;
    this.saver.edited();
  }
}

describe('saving a draft', () => {
  it('waits for a pause, and then saves once', async () => {
    const { timers, server, saver, ...fixture } = new SaverFixture();
    void fixture;
    saver.edited();
    await timers.advanceBy(500);
    saver.edited();
    await timers.advanceBy(799);
    const before = server.saves.length;

    await timers.advanceBy(1);

    expect([before, server.saves.length, saver.state.kind]).toEqual([0, 1, 'saved']);
  });

  it('tries again, each time later, while nobody answers', async () => {
    const fixture = new SaverFixture();
    fixture.server.faults.push('lost', 'lost');
    fixture.type('two');

    await fixture.timers.advanceBy(800);
    const first = fixture.saver.state;
    await fixture.timers.advanceBy(1000 + 1999);
    const second = fixture.saver.state.kind;
    await fixture.timers.advanceBy(1);

    expect(first).toMatchObject({ kind: 'failed', problem: { code: 'offline' } });
    expect([second, fixture.saver.state.kind, fixture.server.saves]).toEqual(['failed', 'saved', ['two']]);
  });

  it('does not take its own saving for that of somebody else when the answer was lost', async () => {
    const fixture = new SaverFixture();
    fixture.server.faults.push('answerLost');
    fixture.type('two');
    await fixture.timers.advanceBy(800);
    fixture.type('three');

    await fixture.timers.advanceBy(5000);

    expect(fixture.saver.state.kind).toBe('saved');
    expect(fixture.server.saves).toEqual(['two', 'three']);
  });

  it('is in conflict when the answer was lost and somebody else saved after that', async () => {
    const fixture = new SaverFixture();
    fixture.server.faults.push('answerLost');
    fixture.type('two');
    await fixture.timers.advanceBy(800);
    fixture.server.save('oscar', sourceOf('his'), 1, fixture.server.draft?.etag);

    await fixture.timers.advanceBy(5000);

    expect(fixture.saver.state).toMatchObject({ kind: 'conflict', theirs: { by: 'oscar' } });
    expect(fixture.server.draft?.source).toEqual(sourceOf('his'));
  });

  it('does not try again what will be refused again, until something changes', async () => {
    const fixture = new SaverFixture();
    fixture.server.faults.push('refused');
    fixture.type('far too long');
    await fixture.timers.advanceBy(60_000);
    const refused = fixture.saver.state;

    fixture.type('short');
    await fixture.timers.advanceBy(800);

    expect(refused).toMatchObject({ kind: 'failed', problem: { code: 'table-too-large' } });
    expect([fixture.saver.state.kind, fixture.server.saves]).toEqual(['saved', ['short']]);
  });

  it('saves what is typed while it saves', async () => {
    const fixture = new SaverFixture();
    fixture.type('two');
    const flushed = fixture.saver.flush();
    fixture.type('three');

    await flushed;
    await fixture.timers.advanceBy(1000);

    expect(fixture.server.saves.at(-1)).toBe('three');
    expect(fixture.saver.isDirty).toBe(false);
  });

  it('takes what others save when there is nothing of its own', () => {
    const fixture = new SaverFixture();
    fixture.server.save('oscar', sourceOf('his'), 1, undefined);

    fixture.saver.saw(fixture.server.draft);

    expect([fixture.overtaken, fixture.saver.state.kind]).toEqual([1, 'unchanged']);
  });

  it('rejects a flush while it is not settled whose draft is kept', async () => {
    const fixture = new SaverFixture();
    fixture.type('mine');
    fixture.server.save('oscar', sourceOf('his'), 1, undefined);
    fixture.saver.saw(fixture.server.draft);

    await expect(fixture.saver.flush()).rejects.toMatchObject({ code: 'draft-changed' });

    await fixture.timers.advanceBy(10_000);
    expect(fixture.server.saves).toEqual(['his']);
  });
});
