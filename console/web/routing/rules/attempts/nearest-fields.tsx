import type { ReactElement } from 'react';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import styles from '../../forms/forms.module.css';
import type { Errors } from '../../forms/part-issues.ts';
import { withoutAbsent } from '../../forms/without-absent.ts';
import { useNames } from '../../names-context.tsx';
import type { Attempt } from '../../table-parts.ts';

type Nearest = NonNullable<Attempt['nearestBranch']>;

export interface NearestFieldsProps {
  readonly nearest: Nearest;
  readonly onChange: (nearest: Nearest) => void;
  readonly errors: Errors;
}

/** Which branches are near, and how many of them are tried. */
export function NearestFields({ nearest, onChange, errors }: NearestFieldsProps): ReactElement {
  const names = useNames();
  const change = (part: { readonly [Key in keyof Nearest]?: Nearest[Key] | undefined }): void =>
    onChange(withoutAbsent({ ...nearest, ...part }) as Nearest);
  return (
    <div className={styles['columns']}>
      <ComboBox
        label="Service that they offer"
        items={names.services}
        value={nearest.service ?? ''}
        placeholder="any branch will do"
        onChange={(service) => change({ service: service === '' ? undefined : service })}
        error={errors.at('service')}
        description={errors.noteAt('service')}
        allowsCustomValue
      />
      <NumberField
        label="Within"
        unit="km"
        value={nearest.within}
        minValue={0}
        onChange={(within) => change({ within })}
        error={errors.at('within')}
        description={errors.noteAt('within')}
      />
      <NumberField
        label="At most"
        unit="branches"
        value={nearest.upTo ?? 1}
        minValue={1}
        maxValue={10}
        onChange={(upTo) => change({ upTo })}
        error={errors.at('upTo')}
        description={errors.noteAt('upTo')}
      />
      <NumberField
        label="Shared among those farther by"
        unit="km"
        value={nearest.spread}
        minValue={0}
        description={errors.noteAt('spread') ?? 'By capacity; left out: the nearest comes first'}
        onChange={(spread) => change({ spread })}
        error={errors.at('spread')}
      />
    </div>
  );
}
