import type { JoinCallResponse } from '../../../../shared/contracts/desk-api.ts';
import { MeetingTeller, type AudioInput, type MeetingState, type MeetingVisit } from './meeting-visit.ts';
import { deviceWords, endingWords } from './meeting-words.ts';

/** What a meeting's sound tells (amazon-chime-sdk-js, AudioVideoObserver). */
export interface ChimeEvents {
  readonly connecting: (isReconnecting: boolean) => void;
  readonly started: () => void;
  /** `code` as MeetingSessionStatusCode names it: "MeetingEnded". */
  readonly stopped: (status: { readonly code: string; readonly isFailure: boolean }) => void;
  readonly link: (isGood: boolean) => void;
}

/** The part of amazon-chime-sdk-js that an adviser needs. */
export interface ChimeSound {
  readonly observe: (events: ChimeEvents) => void;
  /** Asks for the microphone where nobody has yet; rejects as the browser's getUserMedia does. */
  readonly inputs: () => Promise<readonly AudioInput[]>;
  readonly useInput: (id: string) => Promise<unknown>;
  readonly start: () => Promise<unknown>;
  readonly mute: (isMuted: boolean) => void;
  /** Lets go of the microphone, too. Never rejects. */
  readonly stop: () => Promise<unknown>;
}

export interface ChimeDoors {
  /** A place in the meeting. */
  readonly takePlace: (transactionId: string) => Promise<JoinCallResponse>;
  /** Loads the library, which is large, for the first who joins. */
  readonly open: (place: JoinCallResponse) => Promise<ChimeSound>;
}

/** Joins the meeting that a call waits in, by the browser's microphone. */
export function joinChimeMeeting(transactionId: string, doors: ChimeDoors): MeetingVisit {
  const visit = new ChimeVisit();
  void visit.begin(transactionId, doors);
  return visit;
}

class ChimeVisit implements MeetingVisit {
  readonly #teller = new MeetingTeller();
  readonly snapshot = this.#teller.snapshot;
  readonly subscribe = this.#teller.subscribe;
  #sound: ChimeSound | undefined;
  #isMuted = false;

  async begin(transactionId: string, { takePlace, open }: ChimeDoors): Promise<void> {
    try {
      const place = await takePlace(transactionId);
      if (this.#teller.isOver) return;
      const sound = await open(place);
      if (this.#teller.isOver) return;
      this.#sound = sound;
      this.#observe(sound);
    } catch (problem) {
      this.#end({ kind: 'refused', problem });
      return;
    }
    await this.#speak(this.#sound);
  }

  readonly mute = (isMuted: boolean): void => {
    const { state } = this.snapshot();
    if (state.kind !== 'there') return;
    this.#isMuted = isMuted;
    this.#sound?.mute(isMuted);
    this.#teller.tell({ state: { ...state, isMuted } });
  };

  readonly chooseInput = (id: string): void => {
    void this.#choose(id);
  };

  readonly leave = (): void => this.#end({ kind: 'left' });

  /** The microphone first: whoever comes without one could only listen. */
  async #speak(sound: ChimeSound): Promise<void> {
    try {
      const inputs = await sound.inputs();
      const [first] = inputs;
      if (first === undefined) {
        this.#end({ kind: 'failed', ...deviceWords('NotFoundError') });
        return;
      }
      await sound.useInput(first.id);
      if (this.#teller.isOver) {
        // Left meanwhile: the microphone that was had since is given back.
        await sound.stop();
        return;
      }
      this.#teller.tell({ inputs, input: first.id });
      await sound.start();
    } catch (error) {
      this.#end({ kind: 'failed', ...deviceWords(error instanceof Error ? error.name : '') });
    }
  }

  async #choose(id: string): Promise<void> {
    const { input } = this.snapshot();
    try {
      await this.#sound?.useInput(id);
      this.#teller.tell({ input: id });
    } catch {
      // It goes on with the one that it had; a choice of it shows the same again.
      this.#teller.tell(input === undefined ? {} : { input });
    }
  }

  #observe(sound: ChimeSound): void {
    sound.observe({
      connecting: (isReconnecting) => {
        if (isReconnecting) this.#link('reconnecting');
      },
      started: () => this.#teller.tell({ state: { kind: 'there', isMuted: this.#isMuted, link: 'good' } }),
      link: (isGood) => this.#link(isGood ? 'good' : 'poor'),
      stopped: ({ code, isFailure }) =>
        this.#end(isFailure ? { kind: 'failed', ...endingWords(code) } : { kind: 'left' }),
    });
  }

  #link(link: 'good' | 'poor' | 'reconnecting'): void {
    const { state } = this.snapshot();
    if (state.kind === 'there') this.#teller.tell({ state: { ...state, link } });
  }

  #end(state: MeetingState): void {
    if (this.#teller.isOver) return;
    this.#teller.tell({ state });
    void this.#sound?.stop();
  }
}
