import { useState, type ReactElement } from 'react';
import type { Witness } from '../../../../shared/contracts/caller-file.ts';
import { localShelf } from '../../data/shelf.ts';
import { askForCall, useRecentCalls } from '../../data/simulation.ts';
import { useApi } from '../../data/use-api.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from '../simulator.module.css';
import { callerOfCall } from './caller-of-call.ts';
import { forgetCaller, readSavedCallers, saveCaller } from './saved-callers.ts';

interface Props {
  /** The caller that the form has; undefined while something in it is wrong. */
  readonly current: Witness | undefined;
  readonly onPick: (witness: Witness) => void;
}

/** Callers to begin with: of recent calls, or those that were kept. */
export function CallerPicker({ current, onPick }: Props): ReactElement {
  return (
    <div className={styles['fields']}>
      <RecentCalls onPick={onPick} />
      <SavedCallers current={current} onPick={onPick} />
    </div>
  );
}

const timeFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'medium' });

function RecentCalls({ onPick }: Pick<Props, 'onPick'>): ReactElement | null {
  const recent = useRecentCalls();
  const api = useApi();
  const [problem, setProblem] = useState<unknown>();
  const [isUnknown, setIsUnknown] = useState(false);
  const calls = recent.data?.calls ?? [];
  if (calls.length === 0) return null;
  const items = calls.map(({ transactionId, startedAt, summary }) => ({
    id: transactionId,
    name: `${timeFormat.format(new Date(startedAt))} ${summary?.reasonId ?? summary?.entry ?? ''}`.trim(),
    ...(summary?.ruleId === undefined ? {} : { description: `went by ${summary.ruleId}` }),
  }));
  const pick = async (transactionId: string): Promise<void> => {
    setProblem(undefined);
    try {
      const witness = callerOfCall(await askForCall(api, transactionId));
      setIsUnknown(witness === undefined);
      if (witness !== undefined) onPick(witness);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Select
        label="Caller of a recent call"
        items={items}
        selected={undefined}
        onSelect={(id) => void pick(id)}
        description="Records do not tell number, place or attributes: add them below"
        error={isUnknown ? 'Nothing was decided for that call: choose another' : undefined}
      />
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </>
  );
}

function SavedCallers({ current, onPick }: Props): ReactElement {
  const [saved, setSaved] = useState(() => readSavedCallers(localShelf));
  const [name, setName] = useState('');
  const trimmed = name.trim();
  const keep = (): void => {
    if (current === undefined || trimmed === '') return;
    setSaved(saveCaller(localShelf, { name: trimmed, witness: current }));
    setName('');
  };
  return (
    <>
      {saved.length > 0 && (
        <ul className={styles['saved']} aria-label="Callers that you kept">
          {saved.map((caller) => (
            <li key={caller.name}>
              <Button variant="quiet" onPress={() => onPick(caller.witness)}>
                {caller.name}
              </Button>
              <IconButton
                label={`Forget ${caller.name}`}
                icon="close"
                onPress={() => setSaved(forgetCaller(localShelf, caller.name))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles['keep']}>
        <TextField
          label="Keep this caller as"
          value={name}
          onChange={setName}
          onEnter={keep}
          maxLength={60}
          description="In this browser only, until you sign out"
        />
        <Button onPress={keep} isDisabled={current === undefined || trimmed === ''}>
          Keep
        </Button>
      </div>
    </>
  );
}
