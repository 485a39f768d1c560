import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { askForPhones, handlePhone, takePlace, takePlaceByPhone } from '../../data/desk.ts';
import { useApi } from '../../data/use-api.ts';
import { useSession } from '../../session/session.ts';
import { laterTimers } from '../../workbench/browser-timers.ts';
import { joinChimeMeeting } from './chime-meeting.ts';
import { openChimeSound } from './chime-sound.ts';
import { joinByLocalPhone } from './local-phone.ts';
import type { JoinMeeting, MeetingSnapshot, MeetingVisit } from './meeting-visit.ts';

/** The meeting that this agent is in, whichever caller is open: there is one at most. */
export interface Meeting {
  readonly visit: MeetingVisit | undefined;
  readonly snapshot: MeetingSnapshot | undefined;
  /** Whether the agent is there, or on the way. */
  readonly isIn: (transactionId: string) => boolean;
  /** Leaves another one first. */
  readonly join: (transactionId: string) => void;
  /** Takes away what is told of a meeting that is over. */
  readonly forget: () => void;
}

interface Stay {
  readonly transactionId: string;
  readonly visit: MeetingVisit;
}

const never = (): (() => void) => () => undefined;
const nothing = (): undefined => undefined;

/** Leaving the page is leaving the meeting. */
export function useMeeting(): Meeting {
  const join = useJoin();
  const [stay, setStay] = useState<Stay>();
  const latest = useRef<MeetingVisit>(undefined);
  useEffect(() => () => latest.current?.leave(), []);
  const visit = stay?.visit;
  const snapshot = useSyncExternalStore<MeetingSnapshot | undefined>(
    visit?.subscribe ?? never,
    visit?.snapshot ?? nothing,
  );
  const kind = snapshot?.state.kind;
  return {
    visit,
    snapshot,
    isIn: (transactionId) => stay?.transactionId === transactionId && (kind === 'joining' || kind === 'there'),
    join: (transactionId) => {
      latest.current?.leave();
      latest.current = join(transactionId);
      setStay({ transactionId, visit: latest.current });
    },
    forget: () => setStay(undefined),
  };
}

/** By the browser's microphone; in the local cloud, where there is no WebRTC, by a local telephone. */
function useJoin(): JoinMeeting {
  const api = useApi();
  const { config } = useSession();
  const isLocal = config.local !== undefined;
  return useMemo<JoinMeeting>(() => {
    if (!isLocal)
      return (id) => joinChimeMeeting(id, { takePlace: (call) => takePlace(api, call), open: openChimeSound });
    return (id) =>
      joinByLocalPhone(id, {
        takePlace: (call) => takePlaceByPhone(api, call),
        phones: () => askForPhones(api),
        hangUp: (phone) => handlePhone(api, { phone, deed: 'hang-up' }),
        timers: laterTimers,
      });
  }, [api, isLocal]);
}
