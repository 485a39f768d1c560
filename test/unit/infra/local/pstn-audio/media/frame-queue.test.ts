import type { Pcm } from '../../../../../../infra/local/pstn-audio/media/audio.ts';
import { FrameQueue } from '../../../../../../infra/local/pstn-audio/media/frame-queue.ts';
import { frameOf } from './caller-fixture.ts';

const first = (frame: Pcm | undefined): number | undefined => frame?.[0];

describe('a queue of frames', () => {
  it('hands frames on in order, and nothing when it is empty', () => {
    const queue = new FrameQueue();
    queue.frame(frameOf(1));
    queue.frame(frameOf(2));

    expect([queue.next(), queue.next(), queue.next()].map(first)).toEqual([1, 2, undefined]);
  });

  it('gives up the oldest beyond three', () => {
    const queue = new FrameQueue();
    for (const value of [1, 2, 3, 4, 5]) queue.frame(frameOf(value));

    expect([queue.next(), queue.next(), queue.next(), queue.next()].map(first)).toEqual([3, 4, 5, undefined]);
  });

  it('gets rid of the delay that a burst has brought', () => {
    const queue = new FrameQueue();
    for (const value of [-2, -1]) queue.frame(frameOf(value));
    const delays = Array.from({ length: 40 }, (_, turn) => {
      queue.frame(frameOf(turn));
      return turn - (first(queue.next()) ?? Number.NaN);
    });

    expect(delays[0]).toBe(2);
    expect(delays.at(-1)).toBe(0);
  });

  it('keeps one frame in hand where frames come now early, now late', () => {
    const queue = new FrameQueue();
    queue.frame(frameOf(0));
    const taken = Array.from({ length: 40 }, (_, turn) => {
      if (turn % 2 === 0) for (const value of [turn, turn + 1]) queue.frame(frameOf(value));
      return first(queue.next());
    });

    expect(taken).not.toContain(undefined);
  });
});
