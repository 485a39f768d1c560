import { frameMilliseconds, frameSamples } from '../../infra/local/pstn-audio/media/audio.ts';
import { toneDetector } from '../../infra/local/pstn-audio/media/tone-detector.ts';
import { parseWavChannels } from '../../infra/local/pstn-audio/media/wav.ts';

/** When a tone is heard in a channel of a WAV file: spans of milliseconds, to the nearest 20. */
export interface Recorded {
  readonly rate: number;
  readonly milliseconds: number;
  readonly channels: number;
  heard(channel: number, frequencyHz: number): { readonly from: number; readonly until: number }[];
  /** The loudest sample between two moments. */
  peak(channel: number, from: number, until: number): number;
}

/** The tone detector hears 100 ms at a time: a tone is told that much after its beginning. */
const delay = 80;

export function recorded(file: Uint8Array | undefined): Recorded {
  const read = parseWavChannels(file ?? new Uint8Array());
  if (read.kind === 'unreadable') throw new Error(`the recording cannot be read: ${read.problem}`);
  const { rate, channels } = read.wav;
  const frames = (channel: number): Int16Array[] => {
    const samples = channels[channel] ?? new Int16Array();
    return Array.from({ length: Math.floor(samples.length / frameSamples) }, (_, n) =>
      samples.slice(n * frameSamples, (n + 1) * frameSamples),
    );
  };
  return {
    rate,
    channels: channels.length,
    milliseconds: ((channels[0]?.length ?? 0) / rate) * 1000,
    heard(channel, frequencyHz) {
      const detector = toneDetector(frequencyHz);
      const spans: { from: number; until: number }[] = [];
      let isHeard = false;
      for (const [n, frame] of frames(channel).entries()) {
        const was = isHeard;
        isHeard = detector.heardIn(frame);
        const at = n * frameMilliseconds;
        if (isHeard && !was) spans.push({ from: at - delay, until: Infinity });
        const last = spans.at(-1);
        if (!isHeard && was && last !== undefined) last.until = at;
      }
      return spans;
    },
    peak(channel, from, until) {
      const samples = channels[channel] ?? new Int16Array();
      return samples
        .slice((from * rate) / 1000, (until * rate) / 1000)
        .reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
    },
  };
}
