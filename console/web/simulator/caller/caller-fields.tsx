import type { ReactElement } from 'react';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import type { CallerFile } from '../../../../shared/contracts/caller-file.ts';
import { ingresses } from '../../../../shared/domain/call-context.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox, type ComboBoxItem } from '../../ui/combo-box.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { TableFacts } from '../../workbench/bench/table-facts.ts';
import styles from '../simulator.module.css';
import type { CallerForm } from './caller-form.ts';

export type CallerFormControl = UseFormReturn<CallerForm, unknown, CallerFile>;

interface Props {
  readonly form: CallerFormControl;
  readonly facts: TableFacts | undefined;
}

const entryNames = {
  '': 'by Alexa with a reason, else by telephone',
  'alexa-skill-call': 'Alexa skill call',
  'alexa-smart-properties': 'Alexa Smart Properties',
  callback: 'called back',
  phone: 'telephone',
} as const satisfies Record<'' | (typeof ingresses)[number], string>;
const entries = (['', ...ingresses] as const).map((id) => ({ id, name: entryNames[id] }));

/** All that a table may look at; what is left empty is not known of the caller. */
export function CallerFields({ form, facts }: Props): ReactElement {
  const { control } = form;
  const reasons = [
    ...(facts?.reasons ?? []).map(({ id, name }) => ({ id, name: `${id} – ${name}` })),
    { id: 'other', name: 'other – none of these' },
  ];
  const locales = (facts?.locales ?? []).map((id) => ({ id, name: id }));
  return (
    <div className={styles['fields']}>
      <Controller
        control={control}
        name="reason"
        render={({ field, fieldState }) => (
          <ComboBox
            label="Reason"
            items={reasons}
            value={field.value}
            onChange={field.onChange}
            allowsCustomValue
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={control}
        name="entry"
        render={({ field, fieldState }) => (
          <Select
            label="Comes in"
            items={entries}
            selected={entries.find(({ id }) => id === field.value)?.id}
            onSelect={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <Text form={form} name="locale" label="Language" items={locales} />
      <Text
        form={form}
        name="phoneNumber"
        label="Number"
        placeholder="+12065550123"
        description="With its country code"
      />
      <Text form={form} name="postalCode" label="ZIP or postal code" />
      <Text form={form} name="state" label="State" placeholder="WA" />
      <Text form={form} name="country" label="Country" placeholder="US" />
      <Text
        form={form}
        name="coordinates"
        label="Coordinates"
        placeholder="47.608, -122.335"
        description="Or a click on the map"
      />
      <Attributes form={form} facts={facts} />
    </div>
  );
}

interface TextProps {
  readonly form: CallerFormControl;
  readonly name: 'locale' | 'phoneNumber' | 'postalCode' | 'state' | 'country' | 'coordinates';
  readonly label: string;
  readonly placeholder?: string;
  readonly description?: string;
  /** To choose from. */
  readonly items?: readonly ComboBoxItem[];
}

function Text({ form, name, items, ...about }: TextProps): ReactElement {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => {
        const shared = { ...about, value: field.value, onChange: field.onChange, error: fieldState.error?.message };
        return items === undefined ? (
          <TextField {...shared} />
        ) : (
          <ComboBox {...shared} items={items} allowsCustomValue />
        );
      }}
    />
  );
}

/** What the skill found out beside; the names that the table asks for come first. */
function Attributes({ form, facts }: Props): ReactElement {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'attributes' });
  const asked = facts?.attributes ?? [];
  const names = asked.map(({ name }) => ({ id: name, name }));
  const given = form.watch('attributes');
  const missing = asked.find(({ name }) => given.every((each) => each.name !== name));
  return (
    <fieldset className={styles['attributes']}>
      <legend>Attributes</legend>
      {fields.map(({ id }, index) => {
        const values = asked.find(({ name }) => name === given[index]?.name)?.values ?? [];
        return (
          <div key={id} className={styles['attribute']}>
            <Controller
              control={form.control}
              name={`attributes.${index}.name`}
              render={({ field }) => (
                <ComboBox label="Name" items={names} value={field.value} onChange={field.onChange} allowsCustomValue />
              )}
            />
            <Controller
              control={form.control}
              name={`attributes.${index}.text`}
              render={({ field }) => (
                <ComboBox
                  label="Value"
                  items={values.map((value) => ({ id: value, name: value }))}
                  value={field.value}
                  onChange={field.onChange}
                  allowsCustomValue
                />
              )}
            />
            <IconButton label="Remove this attribute" icon="remove" onPress={() => remove(index)} />
          </div>
        );
      })}
      <div>
        <Button variant="quiet" onPress={() => append({ name: missing?.name ?? '', text: '' })}>
          Add an attribute
        </Button>
      </div>
    </fieldset>
  );
}
