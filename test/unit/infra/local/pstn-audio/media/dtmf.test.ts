import { codecs } from '../../../../../../infra/local/pstn-audio/media/codec.ts';
import { DtmfDetector } from '../../../../../../infra/local/pstn-audio/media/dtmf-detector.ts';
import { dtmfFrame, keypad } from '../../../../../../infra/local/pstn-audio/media/dtmf-tones.ts';
import { toneDetector } from '../../../../../../infra/local/pstn-audio/media/tone-detector.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';

const quiet = new Int16Array(160);
const press = (key: string, frames: number): Int16Array[] =>
  Array.from({ length: frames }, (_, frame) => dtmfFrame(key, frame * 160));

/** Heard over a line of A-law. */
function hear(frames: readonly Int16Array[]): string {
  const detector = new DtmfDetector();
  const line = codecs.PCMA;
  return frames.map((frame) => detector.accept(line.decode(line.encode(frame))) ?? '').join('');
}

describe('keys as tones', () => {
  it.each([
    { key: '1', tones: [697, 1209] },
    { key: '0', tones: [941, 1336] },
    { key: 'D', tones: [941, 1633] },
  ])('sound as ITU-T Q.23 has them: $key', ({ key, tones }) => {
    const detectors = [697, 770, 852, 941, 1209, 1336, 1477, 1633].map(
      (hertz) => [hertz, toneDetector(hertz)] as const,
    );

    for (const frame of press(key, 5)) for (const [, detector] of detectors) detector.frame(frame);

    expect(detectors.filter(([, { present }]) => present).map(([hertz]) => hertz)).toEqual(tones);
  });

  it.each(keypad.join('').split(''))('are heard once each time they are pressed: %s', (key) => {
    expect(hear([...press(key, 5), quiet, quiet, ...press(key, 3), quiet, quiet])).toBe(key.repeat(2));
  });

  it('are told apart where one follows another at once', () => {
    expect(hear([...press('1', 4), ...press('2', 4)])).toBe('12');
  });

  it('are no keys in a single frame, nor with a single frame of silence within', () => {
    expect(hear([...press('5', 1), quiet, quiet])).toBe('');
    expect(hear([...press('5', 3), quiet, ...press('5', 3)])).toBe('5');
  });

  it('are not heard in other tones, one of the two, or noise', () => {
    const tone = (frequencyHz: number): Int16Array[] => {
      const source = toneSource({ frequencyHz });
      return Array.from({ length: 5 }, () => source.next() ?? quiet);
    };
    let state = 1;
    const noise = Array.from({ length: 50 }, () =>
      Int16Array.from({ length: 160 }, () => ((state = (state * 48_271) % 0x7fffffff) % 20_000) - 10_000),
    );

    expect(hear([...tone(440), ...tone(697), ...tone(1336), ...noise])).toBe('');
  });
});
