import type { RtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import type { FirstLeg, LegDescription } from '../../../../../../../infra/local/pstn-audio/service/legs/leg.ts';

export const ownNumber = '+14255550100';
export const callerNumber = '+12065550123';

/** A leg without a telephone behind it, and what was done to it. */
export class FakeLeg<Audio extends RtpEndpoint = RtpEndpoint> implements FirstLeg {
  readonly description: LegDescription;
  readonly audio: Audio;
  readonly done: string[] = [];
  readonly ended: Promise<number>;
  connected = true;
  unanswered = false;
  maxForwards = 70;
  readonly #ended = Promise.withResolvers<number>();

  /** An inbound LEG-A unless it is said otherwise. */
  constructor(description: Partial<LegDescription> = {}, audio = {} as Audio) {
    const { tag = 'LEG-A' } = description;
    this.audio = audio;
    this.ended = this.#ended.promise;
    this.description = {
      callId: tag === 'LEG-A' ? 'call-a' : 'call-b',
      tag,
      to: ownNumber,
      from: callerNumber,
      direction: 'Inbound',
      startedAt: Date.parse('2026-11-18T15:00:00.010Z'),
      ...description,
    };
  }

  ring(): void {
    this.done.push('ring');
  }
  earlyMedia(): void {
    this.done.push('earlyMedia');
  }
  answer(): void {
    this.done.push('answer');
    this.unanswered = false;
  }
  hangUp(sipResponseCode: number): void {
    this.done.push(`hangUp ${sipResponseCode}`);
    this.leaves(sipResponseCode);
  }

  /** Whoever is there hangs up. */
  leaves(sipResponseCode = 0): void {
    this.connected = false;
    this.#ended.resolve(sipResponseCode);
  }
}
