import { allObservers } from '../../../../../../infra/local/pstn-audio/standalone/observers.ts';

describe('several observers', () => {
  it('are told of what each wants, and nobody is asked for the rest', () => {
    const told: string[] = [];
    const all = allObservers([
      { onCallEnded: () => void told.push('first') },
      { onCallEnded: () => void told.push('second'), onRtp: () => void told.push('audio') },
    ]);

    all.onCallEnded?.({ transactionId: 't1' });

    expect(told).toEqual(['first', 'second']);
    expect(Object.keys(all).toSorted()).toEqual(['onCallEnded', 'onRtp']);
    expect(allObservers([])).toEqual({});
  });

  it('keep what is theirs', () => {
    class Counter {
      count = 0;
      onCallEnded(): void {
        this.count += 1;
      }
    }
    const counter = new Counter();

    allObservers([counter]).onCallEnded?.({ transactionId: 't1' });

    expect(counter.count).toBe(1);
  });

  it('are told on when one of them throws, which is complained of once', () => {
    const complaints: string[] = [];
    let told = 0;
    const bad = {
      onCallEnded: () => {
        throw new RangeError('+12065550123');
      },
    };
    const all = allObservers([bad, { onCallEnded: () => void (told += 1) }], (line) => complaints.push(line));

    all.onCallEnded?.({ transactionId: 't1' });
    all.onCallEnded?.({ transactionId: 't2' });

    expect([told, complaints]).toEqual([2, [expect.stringContaining('RangeError in onCallEnded')]]);
    expect(complaints.join()).not.toContain('2065550123');
  });
});
