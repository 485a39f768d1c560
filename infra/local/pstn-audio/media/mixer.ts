import type { Timer, Timers } from '../../../../shared/ports/timers.ts';
import { frameMilliseconds, frameSamples, saturate, type AudioParty, type Pcm } from './audio.ts';

/** A party's place in a mix. */
export interface MixerPlace {
  /** While true nobody hears this party; it still hears the others. */
  muted: boolean;
  /** The party is neither heard nor hears from now on, and both its ends are released. */
  leave(): void;
}

/** Lets any number of parties talk with each other. */
export interface Mixer {
  readonly size: number;
  join(party: AudioParty): MixerPlace;
  /** Everybody leaves. */
  close(): void;
}

interface Member extends MixerPlace {
  readonly party: AudioParty;
}

/** Every 20 ms, each party hears the sum of what the others say, without itself, saturating like an overdriven line. */
export function createMixer(timers: Timers): Mixer {
  const members = new Set<Member>();
  let tick: Timer | undefined;

  const mix = (): void => {
    const spoken = [...members].map((member) => ({ member, frame: said(member) }));
    const sum = new Int32Array(frameSamples);
    for (const { frame } of spoken) add(frame, sum);
    for (const { member, frame } of spoken) {
      // Someone may have left because of what was just heard.
      if (members.has(member)) member.party.ear.frame(without(frame, sum));
    }
  };

  return {
    get size() {
      return members.size;
    },

    join(party) {
      const member: Member = {
        party,
        muted: false,
        leave() {
          if (!members.delete(member)) return;
          if (members.size === 0) {
            tick?.cancel();
            tick = undefined;
          }
          party.voice.released?.();
          party.ear.released?.();
        },
      };
      members.add(member);
      tick ??= timers.every(frameMilliseconds, mix);
      return member;
    },

    close() {
      for (const member of members) member.leave();
    },
  };
}

/** A muted party's voice is taken all the same: what it says meanwhile must not be heard later. */
function said({ party, muted }: Member): Pcm | undefined {
  const frame = party.voice.next();
  return muted ? undefined : frame;
}

function add(frame: Pcm | undefined, sum: Int32Array): void {
  if (frame === undefined) return;
  for (let n = 0; n < frameSamples; n += 1) sum[n] = (sum[n] ?? 0) + (frame[n] ?? 0);
}

/** What the others say, as a party hears it. */
function without(frame: Pcm | undefined, sum: Int32Array): Pcm {
  const heard = new Int16Array(frameSamples);
  for (let n = 0; n < frameSamples; n += 1) heard[n] = saturate((sum[n] ?? 0) - (frame?.[n] ?? 0));
  return heard;
}
