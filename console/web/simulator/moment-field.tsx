import type { ReactElement } from 'react';
import { DateTimeField } from '../ui/date-time-field.tsx';
import { Switch } from '../ui/switch.tsx';

interface Props {
  /** ISO 8601 with an offset; undefined: now. */
  readonly at: string | undefined;
  readonly onChange: (at: string | undefined) => void;
  readonly timeZone: string | undefined;
}

/** When the call comes in: now, or by the clocks of the table's opening hours. */
export function MomentField({ at, onChange, timeZone }: Props): ReactElement {
  return (
    <>
      <Switch
        label="Now"
        isSelected={at === undefined}
        onChange={(isNow) => onChange(isNow ? undefined : new Date().toISOString())}
      />
      {at !== undefined && <DateTimeField label="When" value={at} onChange={onChange} timeZone={timeZone} />}
    </>
  );
}
