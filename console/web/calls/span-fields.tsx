import type { ReactElement } from 'react';
import { DateTimeField } from '../ui/date-time-field.tsx';
import { Select } from '../ui/select.tsx';
import { spanProblem, type CallSearch, type SpanPreset } from './search.ts';

const spans = [
  { id: 'hour', name: 'Last hour' },
  { id: 'day', name: 'Last 24 hours' },
  { id: 'week', name: 'Last 7 days' },
  { id: 'month', name: 'Last 31 days' },
  { id: 'own', name: 'From … to …' },
] as const satisfies readonly { readonly id: SpanPreset; readonly name: string }[];

export interface SpanFieldsProps {
  readonly search: CallSearch;
  readonly onSearch: (search: CallSearch) => void;
}

/** When calls began: as far back as one says, or from one time to another. */
export function SpanFields({ search, onSearch }: SpanFieldsProps): ReactElement {
  const { preset, from, to, until: _until, ...rest } = search;
  const problem = spanProblem(search);
  function setTimes(times: { readonly from: string | undefined; readonly to: string | undefined }): void {
    onSearch({
      ...rest,
      preset: 'own',
      ...(times.from === undefined ? {} : { from: times.from }),
      ...(times.to === undefined ? {} : { to: times.to }),
    });
  }
  return (
    <>
      <Select label="Began" items={spans} selected={preset} onSelect={(id) => onSearch({ ...rest, preset: id })} />
      {preset === 'own' && (
        <>
          <DateTimeField label="From" value={from} onChange={(value) => setTimes({ from: value, to })} />
          <DateTimeField
            label="To"
            value={to}
            onChange={(value) => setTimes({ from, to: value })}
            {...(problem === undefined ? {} : { error: problem })}
          />
        </>
      )}
    </>
  );
}
