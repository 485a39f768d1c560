import { PassThrough } from 'node:stream';
import { collectLog } from '../../../../../infra/local/functions/log-collector.ts';

describe('the log of a function', () => {
  it('is cut into lines wherever its chunks end, marks left out', async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    const log = collectLog(stream, (line) => lines.push(line));

    for (const byte of Buffer.from('one\n\ntwö\u001Er1\nthree')) stream.write(Buffer.from([byte]));
    await log.drained('r1');
    stream.end();
    await log.drained('never');

    expect(lines).toEqual(['one', 'twö', 'three']);
  });

  it('has lines of 256 KB at most, and finds the mark behind them', async () => {
    const stream = new PassThrough();
    const lengths: number[] = [];
    const log = collectLog(stream, (line) => lengths.push(line.length));

    for (let count = 0; count < 10; count += 1) stream.write('x'.repeat(65_536));
    stream.write('\u001Er1\n');
    await log.drained('r1');

    expect(lengths).toEqual([262_144, 262_144, 131_072]);
  });
});
