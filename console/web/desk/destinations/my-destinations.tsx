import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import desk from '../desk.module.css';
import { DestinationList } from './destination-list.tsx';
import { destinationWords } from './find-destinations.ts';

interface Props {
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Which destinations this agent answers for. */
export function MyDestinations({ chosen, onChoose, onClose }: Props): ReactElement {
  const remove = (id: string): void => onChoose(chosen.filter((each) => each !== id));
  return (
    <Dialog
      title="My destinations"
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <p>
        Calls for these are announced on your desk. Those that ring at it, or wait in a meeting, open by themselves. The
        choice is kept in this browser, until you sign out.
      </p>
      <ul className={desk['list']} aria-label="Chosen">
        {chosen.map((id) => (
          <li key={id} className={desk['item']}>
            {destinationWords(id)}
            <IconButton icon="remove" label={`Remove ${destinationWords(id)}`} onPress={() => remove(id)} />
          </li>
        ))}
      </ul>
      <DestinationList
        label="Destinations"
        chosen={chosen}
        takesSeveral
        onChoose={({ id }) => (chosen.includes(id) ? remove(id) : onChoose([...chosen, id]))}
      />
    </Dialog>
  );
}
