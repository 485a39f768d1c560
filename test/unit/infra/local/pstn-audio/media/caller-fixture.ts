import type { AudioSink, Pcm } from '../../../../../../infra/local/pstn-audio/media/audio.ts';
import type { RtpEndpoint } from '../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { toneDetector, type ToneDetector } from '../../../../../../infra/local/pstn-audio/media/tone-detector.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import type { PhoneLines } from './phone-line-fixture.ts';

export const frameOf = (value: number): Pcm => new Int16Array(160).fill(value);

/** A phone that says a tone, and the leg that the service has with it. */
export async function callerOn(
  lines: PhoneLines,
  frequencyHz: number,
): Promise<{ phone: RtpEndpoint; leg: RtpEndpoint }> {
  const [phone, leg] = await lines.pair();
  phone.play(toneSource({ frequencyHz }));
  return { phone, leg };
}

export function listenFor(phone: RtpEndpoint, ...frequencies: number[]): ToneDetector[] {
  const detectors = frequencies.map(toneDetector);
  const ear: AudioSink = {
    frame: (pcm) => {
      for (const detector of detectors) detector.frame(pcm);
    },
  };
  phone.listen(ear);
  return detectors;
}

export const present = (detectors: readonly ToneDetector[]): boolean[] => detectors.map((detector) => detector.present);
