import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { announcement } from './desk-words.ts';
import type { PoppedCall } from './pops.ts';

interface Props {
  readonly calls: readonly PoppedCall[];
  readonly onShow: (call: PoppedCall) => void;
}

/** Calls for this agent that did not open by themselves: they wait to be opened. */
export function Announced({ calls, onShow }: Props): ReactElement {
  return (
    <>
      {calls.map((call) => (
        <Notice
          key={call.key}
          tone="info"
          title={announcement(call)}
          actions={
            <Button variant="primary" onPress={() => onShow(call)}>
              Open this caller
            </Button>
          }
        />
      ))}
    </>
  );
}
