import type { ChimeEvents, ChimeSound } from '../../console/web/desk/meeting/chime-meeting.ts';

/** The sound of a meeting that goes as a test says. */
export class ChimeSoundFake implements ChimeSound {
  readonly done: string[] = [];
  events: ChimeEvents | undefined;
  microphones = [
    { id: 'headset', name: 'Headset' },
    { id: 'table', name: 'On the table' },
  ];
  /** What taking a microphone rejects with. */
  refusal: Error | undefined;

  observe(events: ChimeEvents): void {
    this.events = events;
  }

  async inputs(): Promise<typeof this.microphones> {
    return this.microphones;
  }

  async useInput(id: string): Promise<void> {
    if (this.refusal !== undefined) throw this.refusal;
    this.done.push(`takes ${id}`);
  }

  async start(): Promise<void> {
    this.done.push('starts');
    this.events?.started();
  }

  mute(isMuted: boolean): void {
    this.done.push(isMuted ? 'mutes' : 'unmutes');
  }

  async stop(): Promise<void> {
    this.done.push('stops');
  }
}
