import type { ReactElement } from 'react';
import { callEndings, type CallEnding } from '../../../shared/domain/call-flow/call-story.ts';
import { Select } from '../ui/select.tsx';
import styles from './calls-page.module.css';
import type { CallSearch, SearchChoices } from './search.ts';
import { SpanFields, type SpanFieldsProps } from './span-fields.tsx';
import { endingWords } from './words.ts';

const endings: readonly { readonly id: CallEnding | 'any'; readonly name: string }[] = [
  { id: 'any', name: 'Any' },
  ...callEndings.map((id) => ({ id, name: endingWords[id] })),
];

export interface SearchFieldsProps extends SpanFieldsProps {
  readonly choices: SearchChoices;
}

/** The time is asked of the service; all else is sought in the calls that are loaded, and said to be. */
export function SearchFields({ search, onSearch, choices }: SearchFieldsProps): ReactElement {
  const { ending, ...others } = search;
  return (
    <div className={styles['fields']}>
      <SpanFields search={search} onSearch={onSearch} />
      <Select
        label="Ending"
        items={endings}
        selected={ending ?? 'any'}
        onSelect={(id) => onSearch(id === 'any' ? others : { ...others, ending: id })}
      />
      <OneOf label="Came to" name="destination" values={choices.destinations} search={search} onSearch={onSearch} />
      <OneOf label="Rule" name="rule" values={choices.rules} search={search} onSearch={onSearch} />
      <OneOf label="Reason" name="reason" values={choices.reasons} search={search} onSearch={onSearch} />
    </div>
  );
}

interface OneOfProps extends SpanFieldsProps {
  readonly label: string;
  readonly name: 'destination' | 'rule' | 'reason';
  readonly values: readonly string[];
}

/** No id is a star. */
const any = '*';

function OneOf({ label, name, values, search, onSearch }: OneOfProps): ReactElement {
  const { [name]: value, ...others } = search;
  const set = (id: string): CallSearch => ({ ...others, ...(id === any ? {} : { [name]: id }) });
  return (
    <Select
      label={label}
      items={[{ id: any, name: 'Any' }, ...values.map((id) => ({ id, name: id }))]}
      selected={value ?? any}
      onSelect={(id) => onSearch(set(id))}
    />
  );
}
