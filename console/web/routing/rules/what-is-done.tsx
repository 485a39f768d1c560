import type { ReactElement } from 'react';
import type { PartForm } from '../forms/use-part-form.ts';
import type { Rule } from '../table-parts.ts';
import { AttemptsEditor } from './attempts/attempts-editor.tsx';
import { ServiceFields } from './service-fields.tsx';

/** Who is tried for a caller, and what is done beside: of a rule, or of the default. */
export function WhatIsDone({ form }: { readonly form: PartForm<Omit<Rule, 'id' | 'when'>> }): ReactElement {
  const { typed, errors } = form;
  return (
    <>
      <AttemptsEditor
        attempts={typed.attempts}
        onChange={(attempts) => form.set('attempts', attempts)}
        errors={errors.below('attempts')}
      />
      <ServiceFields
        service={typed}
        onRecording={(recording) => form.set('recording', recording)}
        onAfterwards={(afterwards) => form.set('afterwards', afterwards)}
        onKeys={(keys) => form.set('keys', keys)}
        errors={errors}
      />
    </>
  );
}
