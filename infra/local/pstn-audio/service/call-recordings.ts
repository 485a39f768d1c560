/** A recording that StartCallRecording has begun on one leg. */
export interface CallRecording {
  readonly state: 'recording' | 'paused' | 'stopped';
  pause(): void;
  resume(): void;
  /** Writes what there is to its bucket; resolves when it is there. A second time does nothing more. */
  stop(): Promise<void>;
}

/** The recordings of one call, by CallId: one a leg, for the whole of its life. */
export class CallRecordings {
  readonly #recordings = new Map<string, CallRecording>();
  #numbered = 0;

  add(callId: string, recording: CallRecording): void {
    this.#recordings.set(callId, recording);
  }

  of(callId: string): CallRecording | undefined {
    return this.#recordings.get(callId);
  }

  /** A number for the next file of RecordAudio, from 1, so that no two files of a call have the same name. */
  nextNumber(): number {
    this.#numbered += 1;
    return this.#numbered;
  }

  /** The call is over: nothing that was recorded is lost. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#recordings.values()].map((recording) => recording.stop()));
  }
}
