import { useState, type ReactElement } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { useDestinations } from '../../data/desk.ts';
import { useTables } from '../../data/tables.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './destinations.module.css';
import type { NamedDestination, TransferKind } from './destinations.ts';
import { findDestinations, kindWords } from './find-destinations.ts';

interface Props {
  /** "Transfer to" */
  readonly label: string;
  /** Default: all. */
  readonly kind?: TransferKind | undefined;
  readonly chosen: readonly string[];
  /** Default: one. */
  readonly takesSeveral?: boolean;
  readonly onChoose: (destination: NamedDestination) => void;
}

/** Destinations of the table in force, to search and choose from: there may be a hundred thousand, so twenty are shown. */
export function DestinationList(props: Props): ReactElement {
  const tables = useTables();
  const inForce = tables.data?.tables.filter(({ current }) => current !== undefined).map(({ name }) => name) ?? [];
  const [asked, setTable] = useState<string>();
  const table = asked ?? inForce[0];
  const destinations = useDestinations(table);
  const problem = tables.error ?? destinations.error;
  if (problem !== null)
    return (
      <ProblemNotice
        problem={problem}
        onRetry={() => void (tables.error === null ? destinations.refetch() : tables.refetch())}
      />
    );
  if (tables.isSuccess && table === undefined) return <p>There is no routing table in force, so nobody to choose.</p>;
  return (
    <div className={styles['choice']}>
      {inForce.length > 1 && (
        <Select
          label="Routing table"
          items={inForce.map((name) => ({ id: name, name }))}
          selected={table}
          onSelect={setTable}
        />
      )}
      {destinations.data === undefined ? (
        <Waiting words="Reading the table" />
      ) : (
        <Found {...props} destinations={destinations.data} />
      )}
    </div>
  );
}

function Found(props: Props & { readonly destinations: readonly NamedDestination[] }): ReactElement {
  const { label, kind, chosen, takesSeveral = false, onChoose, destinations } = props;
  const [words, setWords] = useState('');
  const fitting = kind === undefined ? destinations : destinations.filter((each) => each.kind === kind);
  const { found, more } = findDestinations(fitting, words);
  return (
    <>
      <TextField label="Search" type="search" value={words} onChange={setWords} autoFocus />
      <ListBox
        aria-label={label}
        className={styles['list'] ?? ''}
        items={found}
        selectionMode={takesSeveral ? 'multiple' : 'single'}
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          const changed = found.find(({ id }) => keys !== 'all' && keys.has(id) !== chosen.includes(id));
          if (changed !== undefined) onChoose(changed);
        }}
        renderEmptyState={() => <p>{fitting.length === 0 ? 'The table has none.' : 'Nothing has these words.'}</p>}
      >
        {({ id, name, kind: ofKind }) => (
          <ListBoxItem id={id} textValue={name} className={styles['item'] ?? ''}>
            <span>{name}</span> <span className={styles['kind']}>{kindWords[ofKind]}</span>
          </ListBoxItem>
        )}
      </ListBox>
      <p role="status" className={styles['kind']}>
        {more > 0 ? `${more} more: type to find them.` : ''}
      </p>
    </>
  );
}
