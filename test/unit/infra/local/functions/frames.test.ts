import { encodeFrame, frameReader, type Frame } from '../../../../../infra/local/functions/frames.ts';

function reading(): { frames: Frame[]; push: (bytes: Buffer) => void } {
  const frames: Frame[] = [];
  return { frames, push: frameReader((frame) => frames.push(frame)) };
}

describe('frames between host and runtime', () => {
  const first = encodeFrame({ kind: 'one', text: 'ünï' }, '{"a":"ö"}');
  const second = encodeFrame({ kind: 'two' }, '');
  const frames = [
    { head: { kind: 'one', text: 'ünï' }, body: '{"a":"ö"}' },
    { head: { kind: 'two' }, body: '' },
  ];

  it('are read as they were written, however the stream is cut', () => {
    const bytes = Buffer.concat([first, second, first]);

    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const read = reading();
      read.push(bytes.subarray(0, cut));
      read.push(bytes.subarray(cut));
      expect(read.frames).toEqual([...frames, frames[0]]);
    }
  });

  it('are read octet by octet', () => {
    const read = reading();

    for (const byte of Buffer.concat([first, second])) read.push(Buffer.from([byte]));

    expect(read.frames).toEqual(frames);
  });

  it('lose a body that no response may have, and go on behind it', () => {
    const tooLong = encodeFrame({ kind: 'long' }, 'x'.repeat(6_291_557));
    const bytes = Buffer.concat([first, tooLong, second]);
    const read = reading();

    for (let start = 0; start < bytes.length; start += 65_536) read.push(bytes.subarray(start, start + 65_536));

    expect(read.frames).toEqual([frames[0], { head: { kind: 'long' }, body: undefined }, frames[1]]);
  });

  it.each([
    { case: 'a head that is no JSON', bytes: Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0x7b]) },
    { case: 'a head that is no object', bytes: Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0x31]) },
    { case: 'a head without an end', bytes: Buffer.alloc(8, 0xff) },
  ])('end with $case, told once', ({ bytes }) => {
    let broken = 0;
    const read: Frame[] = [];
    const push = frameReader(
      (frame) => read.push(frame),
      () => void (broken += 1),
    );

    push(Buffer.concat([first, bytes]));
    push(Buffer.concat([bytes, second]));

    expect([read, broken]).toEqual([[frames[0]], 1]);
  });
});
