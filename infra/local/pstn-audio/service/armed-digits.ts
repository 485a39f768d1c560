import type { Leg } from './legs/leg.ts';

/** What ReceiveDigits has armed, by CallId: one receiver a leg, disarmed by what is received where Behavior says so, by arming anew, and by the leg's end. */
export class ArmedDigits {
  readonly #armed = new Map<string, () => void>();

  /** Takes the place of what is armed on the leg; `disarm` ends it. */
  arm({ description: { callId } }: Leg, disarm: () => void): void {
    this.disarm(callId);
    this.#armed.set(callId, disarm);
  }

  disarm(callId: string): void {
    const disarm = this.#armed.get(callId);
    this.#armed.delete(callId);
    disarm?.();
  }

  disarmAll(): void {
    for (const callId of this.#armed.keys()) this.disarm(callId);
  }
}
