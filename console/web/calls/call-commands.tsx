import { useState, type ReactElement } from 'react';
import type { CallResponse } from '../../../shared/contracts/calls-api.ts';
import { callCommandSchema } from '../../../shared/contracts/call-command.ts';
import { useCommandCall } from '../data/calls.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { transferTargets } from './transfer-targets.ts';

/** What can be done to a call while it lasts. */
export function CallCommands({ call }: { readonly call: CallResponse }): ReactElement {
  const command = useCommandCall(call.transactionId);
  const tell = useToast();
  const [asking, setAsking] = useState<'transfer' | 'hangUp'>();
  const [destination, setDestination] = useState('');
  const transfer = callCommandSchema.safeParse({ command: 'transfer', destination: destination.trim() });

  function close(): void {
    setAsking(undefined);
    command.reset();
  }

  function give(): void {
    if (asking === 'transfer' && !transfer.success) return;
    const body = asking === 'transfer' && transfer.success ? transfer.data : ({ command: 'hangUp' } as const);
    command.mutate(body, {
      onSuccess: () => {
        tell('The call was told. What it makes of it is shown below.', 'good');
        close();
      },
    });
  }

  const problem = command.isError && <ProblemNotice problem={command.error} />;
  return (
    <>
      <Button onPress={() => setAsking('transfer')}>Transfer …</Button>
      <Button variant="danger" onPress={() => setAsking('hangUp')}>
        Hang up …
      </Button>
      <ConfirmDialog
        title="Transfer this call"
        isOpen={asking === 'transfer'}
        confirm="Transfer"
        isPending={command.isPending}
        onConfirm={give}
        onClose={close}
      >
        <ComboBox
          label="To"
          items={transferTargets(call).map((id) => ({ id, name: id }))}
          value={destination}
          onChange={setDestination}
          allowsCustomValue
          onEnter={give}
          description="A destination of the routing table, by kind and id: branch:tacoma, contactCenter:support"
          {...(destination.trim() === '' || transfer.success
            ? {}
            : { error: 'must be a kind and an id: branch:tacoma' })}
        />
        {problem}
      </ConfirmDialog>
      <ConfirmDialog
        title="Hang up this call?"
        isOpen={asking === 'hangUp'}
        confirm="Hang up"
        isDangerous
        isPending={command.isPending}
        onConfirm={give}
        onClose={close}
      >
        <p>The caller and whoever talks to them are cut off. Nobody is rung any more.</p>
        {problem}
      </ConfirmDialog>
    </>
  );
}
