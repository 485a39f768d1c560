import { terminalProgress } from '../../../../../console/cli/terminal/progress.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

describe('progress in a terminal', () => {
  it('says nothing about what is over within a second', async () => {
    const clock = new TimersFake();
    const written: string[] = [];
    const progress = terminalProgress(clock, (text) => written.push(text));

    progress.at('1,000 calls');
    await clock.advanceBy(900);
    progress.at('2,000 calls');
    progress.done();

    expect(written).toEqual([]);
  });

  it('tells a few times a second how far it is, and goes away in the end', async () => {
    const clock = new TimersFake();
    const written: string[] = [];
    const progress = terminalProgress(clock, (text) => written.push(text));

    for (let thousands = 1; thousands <= 15; thousands += 1) {
      progress.at(`${thousands},000 calls`);
      await clock.advanceBy(100);
    }
    progress.done();

    expect(written).toEqual([
      '\r\u001B[K11,000 calls',
      '\r\u001B[K13,000 calls',
      '\r\u001B[K15,000 calls',
      '\r\u001B[K',
    ]);
  });

  it('tells at once of work in one piece that will take a while', () => {
    const written: string[] = [];
    const progress = terminalProgress(new TimersFake(), (text) => written.push(text));

    progress.begun('checking bank.yaml');
    progress.done();

    expect(written).toEqual(['\r\u001B[Kchecking bank.yaml', '\r\u001B[K']);
  });
});
