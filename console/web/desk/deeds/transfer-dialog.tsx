import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DestinationList } from '../destinations/destination-list.tsx';
import type { NamedDestination } from '../destinations/destinations.ts';

interface Props {
  /** Only to meetings. */
  readonly toMeeting: boolean;
  /** "branch:tacoma" */
  readonly onTransfer: (destination: string) => void;
  readonly onClose: () => void;
}

/** Whom the caller is to be connected to next. */
export function TransferDialog({ toMeeting, onTransfer, onClose }: Props): ReactElement {
  const [chosen, setChosen] = useState<NamedDestination>();
  return (
    <Dialog
      title={toMeeting ? 'Invite to a meeting' : 'Transfer the call'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={chosen === undefined}
            onPress={() => {
              if (chosen !== undefined) onTransfer(chosen.id);
            }}
          >
            {chosen === undefined ? (toMeeting ? 'Invite' : 'Transfer') : nameOfDeed(toMeeting, chosen)}
          </Button>
        </>
      }
    >
      <p>
        {toMeeting
          ? 'The caller leaves whom they talk to, and waits in the meeting for an adviser.'
          : 'Whom the caller talks to now is disconnected, and the one you choose is rung.'}
      </p>
      <DestinationList
        label={toMeeting ? 'Meetings' : 'Destinations'}
        kind={toMeeting ? 'meeting' : undefined}
        chosen={chosen === undefined ? [] : [chosen.id]}
        onChoose={(destination) => setChosen(destination)}
      />
    </Dialog>
  );
}

function nameOfDeed(toMeeting: boolean, { name }: NamedDestination): string {
  return toMeeting ? `Invite to ${name}` : `Transfer to ${name}`;
}
