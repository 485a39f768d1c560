import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import { defaultMaxForwards } from '../max-forwards.ts';
import type { CalledLeg, LegDescription } from './leg.ts';
import type { MeetingSeat } from './meeting-leg.ts';

export interface DialledMeetingLegOptions {
  readonly description: LegDescription;
  /** What actions play on and listen to. */
  readonly audio: RtpEndpoint;
  /** The meeting's end of the line: the leg closes it. */
  readonly far: RtpEndpoint;
  /** Takes the far end into the meeting; undefined when it is not admitted. */
  readonly join: (far: RtpEndpoint) => MeetingSeat | undefined;
}

/** No page tells what HANGUP shows where a call was not admitted to a meeting, or was given up before: both are our choice. */
const notAdmitted = 403;
const givenUp = 480;

/**
 * LEG-A of a call that was placed to a meeting, which answers at once. It has audio, as a telephone has: what one end of a line
 * between two endpoints says, the meeting hears at the other.
 */
export class DialledMeetingLeg implements CalledLeg {
  readonly description: LegDescription;
  readonly audio: RtpEndpoint;
  readonly ended: Promise<number>;
  readonly maxForwards = defaultMaxForwards;
  readonly sipCallId = undefined;
  onProgress: CalledLeg['onProgress'];
  readonly #options: DialledMeetingLegOptions;
  readonly #ended = Promise.withResolvers<number>();
  #seat: MeetingSeat | undefined;
  #connected = true;
  #codeAskedFor = 0;

  constructor(options: DialledMeetingLegOptions) {
    this.description = options.description;
    this.audio = options.audio;
    this.#options = options;
    this.ended = this.#ended.promise;
  }

  get connected(): boolean {
    return this.#connected;
  }

  get unanswered(): boolean {
    return this.#connected && this.#seat === undefined;
  }

  dial(): void {
    if (!this.unanswered) return;
    const { audio, far, join } = this.#options;
    const seat = join(far);
    if (seat === undefined) return this.#end(notAdmitted);
    this.#seat = seat;
    audio.connect(far.address);
    far.connect(audio.address);
    void seat.left.then(() => this.#end(this.#codeAskedFor));
    // A public log has two events before CALL_ANSWERED here, as with a telephone.
    this.onProgress?.('ringing');
    this.onProgress?.('answered');
  }

  hangUp(sipResponseCode: number): void {
    if (!this.#connected) return;
    if (this.#seat === undefined) return this.#end(givenUp);
    this.#connected = false;
    this.#codeAskedFor = sipResponseCode;
    this.#seat.leave();
  }

  /** It is not we who answer, nor whom anyone rings. */
  ring(): void {}
  earlyMedia(): void {}
  answer(): void {}

  #end(sipResponseCode: number): void {
    this.#connected = false;
    void this.#options.far.close();
    this.#ended.resolve(sipResponseCode);
  }
}
