import { systemIds } from '../../../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../../../shared/adapters/system/system-timers.ts';
import type { Timers } from '../../../../../../../shared/ports/timers.ts';
import type { PhoneCall } from '../../../../../../../infra/local/phone/phone-call.ts';
import {
  startSoftPhone,
  type Dialled,
  type RingingCall,
  type SoftPhone,
} from '../../../../../../../infra/local/phone/soft-phone.ts';
import { openRtpEndpoint, type RtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import type { SipPeer } from '../../../../../../../infra/local/pstn-audio/objects/managed-objects.ts';
import type { PstnAudioObserver } from '../../../../../../../infra/local/pstn-audio/service/trace.ts';
import { runTrunkCall, type TrunkCall } from '../../../../../../../infra/local/pstn-audio/service/trunk/trunk-call.ts';
import {
  startSipUserAgent,
  type ExtraHeaders,
  type IncomingCall,
  type SipUserAgent,
} from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';

export const voices = { alice: 440, bob: 620 } as const;
const ports = { timers: systemTimers, ids: systemIds };

/** Alice's calls pass through a trunk to the peers that a test names. */
export interface Trunk {
  readonly sip: SipUserAgent;
  readonly alice: SoftPhone;
  readonly bob: SoftPhone;
  /** Where calls go; Bob unless a test says otherwise. */
  peers: readonly SipPeer[];
  headers: ExtraHeaders;
  /** What watchers are told, in a word or two each. */
  readonly told: string[];
  /** Calls that have come in, with what carries them. */
  readonly calls: { readonly incoming: IncomingCall; readonly trunk: TrunkCall }[];
  /** Ports for audio that are open now. */
  readonly openPorts: number;
  dial(): Promise<Dialled>;
  /** Resolves when every call that has come in is over. */
  over(): Promise<void>;
  close(): Promise<void>;
}

/** `timers` tell how long a phone rings. */
export async function openTrunk(timers: Timers = systemTimers): Promise<Trunk> {
  const alice = await startSoftPhone({ ...ports, name: 'Alice', voiceHz: voices.alice });
  const bob = await startSoftPhone({ ...ports, name: 'Bob', voiceHz: voices.bob });
  const sip = await startSipUserAgent(ports);
  const open = new Set<RtpEndpoint>();
  const openAudio = async (): Promise<RtpEndpoint> => {
    const audio = await openRtpEndpoint(ports);
    open.add(audio);
    const close = audio.close.bind(audio);
    audio.close = () => {
      open.delete(audio);
      return close();
    };
    return audio;
  };
  const trunk: Trunk = {
    sip,
    alice,
    bob,
    peers: [bob.address],
    headers: {},
    told: [],
    calls: [],
    get openPorts() {
      return open.size;
    },
    dial: () =>
      alice.dial({
        target: sip.address,
        requestUri: `sip:+12065550141@127.0.0.1:${sip.address.port}`,
        from: 'sip:+12065550123@alice.test',
      }),
    async over() {
      await Promise.all(trunk.calls.map(({ trunk: { done } }) => done));
    },
    async close() {
      for (const { trunk: call } of trunk.calls) call.end(480);
      await trunk.over();
      await Promise.all([alice.close(), bob.close(), sip.close()]);
    },
  };
  sip.onInvite = (incoming) => {
    const { peers, headers } = trunk;
    const route = { via: 'vc/office', peers, callee: '+12065550141', callerId: '+12065550123', headers };
    const parts = { sip, timers, openAudio, ids: systemIds };
    trunk.calls.push({ incoming, trunk: runTrunkCall(incoming, route, parts, watcher(trunk.told)) });
  };
  return trunk;
}

function watcher(told: string[]): PstnAudioObserver {
  return {
    onInvite: ({ tag }) => void told.push(`${tag} rings`),
    onLeg: ({ tag, direction }) => void told.push(`${tag} ${direction}`),
    onNote: ({ note }) => void told.push(note),
    onCallEnded: () => void told.push('over'),
  };
}

/** The next call that rings at a phone. */
export function rings(phone: SoftPhone): Promise<RingingCall> {
  return new Promise((resolve) => {
    phone.onRing = resolve;
  });
}

/** Alice dials and Bob answers. */
export async function talking(trunk: Trunk): Promise<{ readonly alice: PhoneCall; readonly bob: PhoneCall }> {
  const ringing = rings(trunk.bob);
  const dialled = await trunk.dial();
  const bob = await (await ringing).answer();
  const outcome = await dialled.outcome;
  if (outcome.kind !== 'connected' || bob === undefined) throw new Error(`not connected but ${outcome.kind}`);
  return { alice: outcome.call, bob };
}
