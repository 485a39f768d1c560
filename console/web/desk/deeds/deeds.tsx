import { useState, type ReactElement } from 'react';
import type { LiveCall } from '../../../../shared/contracts/desk-api.ts';
import { callNow } from '../../calls/call-state.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import desk from '../desk.module.css';
import type { Meeting } from '../meeting/use-meeting.ts';
import { DeedState } from './deed-state.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { useDeeds, type LastDeed } from './use-deeds.ts';

interface Props {
  /** Under way. */
  readonly call: LiveCall;
  /** By the service's clock, in milliseconds since 1970. */
  readonly now: number;
  readonly meeting: Meeting;
}

/** What can be done with a call that is under way. */
export function Deeds({ call, now, meeting }: Props): ReactElement {
  const { transactionId, meetingId } = call;
  const { can } = useSession();
  const { last, tell } = useDeeds(transactionId, now);
  const [asking, setAsking] = useState<'transfer' | 'meeting' | 'end'>();
  const [wantsMuted, setWantsMuted] = useState(false);
  const isMuted = wantsMuted !== isUndone(last);
  if (!can('calls/control')) return <p className={desk['soft']}>Your group may not do anything with calls.</p>;
  const stop = (): void => setAsking(undefined);
  const isSending = last?.state.kind === 'sending';
  const talksInMeeting = meetingId !== undefined && callNow(call, now).state === 'talking';
  return (
    <div role="group" aria-label="What to do with the call" className={desk['main']}>
      <div className={desk['buttons']}>
        {meetingId !== undefined && !meeting.isIn(transactionId) && (
          <Button variant="primary" onPress={() => meeting.join(transactionId)}>
            Join the meeting
          </Button>
        )}
        <Button isDisabled={isSending} onPress={() => setAsking('transfer')}>
          Transfer…
        </Button>
        {meetingId === undefined && (
          <Button isDisabled={isSending} onPress={() => setAsking('meeting')}>
            Invite to a meeting…
          </Button>
        )}
        {talksInMeeting && (
          <Button
            isDisabled={isSending}
            onPress={() => {
              setWantsMuted(!isMuted);
              tell({ command: isMuted ? 'unmute' : 'mute' });
            }}
          >
            {isMuted ? 'Unmute the caller' : 'Mute the caller'}
          </Button>
        )}
        <Button variant="danger" isDisabled={isSending} onPress={() => setAsking('end')}>
          End the call…
        </Button>
      </div>
      <DeedState last={last} />
      {(asking === 'transfer' || asking === 'meeting') && (
        <TransferDialog
          toMeeting={asking === 'meeting'}
          onClose={stop}
          onTransfer={(destination) => {
            stop();
            tell({ command: 'transfer', destination });
          }}
        />
      )}
      <ConfirmDialog
        title="End the call?"
        isOpen={asking === 'end'}
        confirm="End the call"
        isDangerous
        onClose={stop}
        onConfirm={() => {
          stop();
          tell({ command: 'hangUp' });
        }}
      >
        Everybody in it is disconnected, the caller too. It cannot be taken back.
      </ConfirmDialog>
    </div>
  );
}

/** Muting, or unmuting, did not come to pass. */
function isUndone(last: LastDeed | undefined): boolean {
  if (last?.command.command !== 'mute' && last?.command.command !== 'unmute') return false;
  return last.state.kind === 'refused' || last.state.kind === 'failed';
}
