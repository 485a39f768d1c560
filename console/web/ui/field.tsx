import type { ReactElement, ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import styles from './field.module.css';

/** What every field of a form takes. */
export interface FieldProps {
  readonly label: string;
  /** Said below the field. */
  readonly description?: string | undefined;
  /** What is wrong with the value, and what to do. */
  readonly error?: string | undefined;
  /** The label is for screen readers only, where the place says it to others. */
  readonly hideLabel?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** How react-aria's fields want what stands in FieldProps. */
export function fieldState({ label, hideLabel = false, error, isRequired, isDisabled }: FieldProps): {
  'aria-label'?: string;
  isInvalid: boolean;
  isRequired: boolean;
  isDisabled: boolean;
  validationBehavior: 'aria';
} {
  return {
    ...(hideLabel ? { 'aria-label': label } : {}),
    isInvalid: error !== undefined && error !== '',
    isRequired: isRequired ?? false,
    isDisabled: isDisabled ?? false,
    validationBehavior: 'aria',
  };
}

/** Does it in the form's stead, unless Enter means something else in this field at the moment. */
export function onEnterKey(
  onEnter: () => void,
  meansElse: (field: Element) => boolean = () => false,
): (event: {
  readonly key: string;
  readonly target: EventTarget;
  preventDefault: () => void;
  continuePropagation: () => void;
}) => void {
  return (event) => {
    if (event.key !== 'Enter' || (event.target instanceof Element && meansElse(event.target))) {
      event.continuePropagation();
      return;
    }
    event.preventDefault();
    onEnter();
  };
}

export function FieldLabel({ label, hideLabel = false, isRequired }: FieldProps): ReactNode {
  if (hideLabel) return null;
  return (
    <Label className={styles['label'] ?? ''}>
      {label}
      {isRequired === true && <span className={styles['required']}> (required)</span>}
    </Label>
  );
}

export function FieldHelp({ description, error }: FieldProps): ReactElement {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </>
  );
}
