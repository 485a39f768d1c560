import type { ReactElement } from 'react';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { BranchFilter } from './branch-filter.ts';
import styles from './branches-part.module.css';

/** No id, since those begin with a letter. */
const any = '*';

interface FilterBarProps {
  readonly filter: BranchFilter;
  readonly onFilter: (change: Partial<BranchFilter>) => void;
  readonly services: readonly string[];
  readonly schedules: readonly string[];
  readonly isInsideMap: boolean;
  readonly onInsideMap: (isInside: boolean) => void;
}

export function FilterBar(props: FilterBarProps): ReactElement {
  const { filter, onFilter, services, schedules, isInsideMap, onInsideMap } = props;
  const itemsOf = (ids: readonly string[], all: string): readonly { readonly id: string; readonly name: string }[] => [
    { id: any, name: all },
    ...ids.map((id) => ({ id, name: id })),
  ];
  return (
    <div role="search" aria-label="Branches" className={styles['filters']}>
      <TextField
        label="Search branches"
        hideLabel
        type="search"
        placeholder="Id, name, number or ZIP"
        value={filter.text}
        onChange={(text) => onFilter({ text })}
      />
      <Select
        label="Service"
        hideLabel
        items={itemsOf(services, 'Any service')}
        selected={filter.service ?? any}
        onSelect={(id) => onFilter({ service: id === any ? undefined : id })}
      />
      <Select
        label="Schedule"
        hideLabel
        items={itemsOf(schedules, 'Any schedule')}
        selected={filter.schedule ?? any}
        onSelect={(id) => onFilter({ schedule: id === any ? undefined : id })}
      />
      <Switch
        label="With findings"
        isSelected={filter.withFindings}
        onChange={(withFindings) => onFilter({ withFindings })}
      />
      <Switch label="Inside the map" isSelected={isInsideMap} onChange={onInsideMap} />
    </div>
  );
}
