import { useEffect, useMemo, useRef } from 'react';
import { useForm, useWatch, type FieldValues, type Resolver } from 'react-hook-form';
import type * as z from 'zod';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import type { Path } from '../../workbench/table-edit.ts';
import { findingIssues } from '../findings/finding-issues.ts';
import { asJson } from '../table-parts.ts';
import { editsBetween } from './edits-between.ts';
import { errorsOf, issuesOf, placeKey, type Errors, type Issues } from './part-issues.ts';
import { sameJson } from './same-json.ts';
import { useUnfinished } from './unfinished.tsx';
import { withoutAbsent } from './without-absent.ts';

/** A form over one part of the table. */
export interface PartForm<T> {
  /** What is typed, valid or not. */
  readonly typed: T;
  /** undefined: the field is taken out. */
  set<Key extends keyof T & string>(field: Key, value: T[Key] | undefined): void;
  readonly errors: Errors;
  /** Nothing is applied while this is false. */
  readonly isValid: boolean;
  /** Back to what the table has. */
  readonly reset: () => void;
}

export interface PartOfTable<T> {
  readonly desk: DraftDesk;
  /** Where it is in the table's file. */
  readonly path: Path;
  /** What the table has there. */
  readonly value: T;
  readonly schema: z.ZodType;
  /** A name for the form that it has after a reload, too: "rule lost-cards". */
  readonly form: string;
  /** For what may be undone: "changed lost-cards". */
  readonly words: string;
}

/**
 * What is typed is applied at once when it is valid, by the fewest changes, and kept aside while it is not. What comes from
 * elsewhere – undo, another editor – shows in the form, unless something unfinished is in it.
 */
export function usePartForm<T extends object>({ desk, path, value, schema, form, words }: PartOfTable<T>): PartForm<T> {
  const unfinished = useUnfinished();
  const resolver = useMemo(() => resolverOf(schema), [schema]);
  const { control, formState, getValues, setValue, reset, trigger } = useForm<FieldValues>({
    defaultValues: (unfinished.get(form) ?? value) as FieldValues,
    resolver,
    mode: 'onChange',
  });
  const applied = useRef(value);
  const watched = useWatch({ control }) as T;

  useEffect(() => {
    if (sameJson(value, applied.current)) return;
    applied.current = value;
    if (unfinished.get(form) === undefined) reset(value);
  }, [value, form, unfinished, reset]);

  // What was left unfinished before a reload says at once what is wrong with it.
  const wasUnfinished = useRef(unfinished.get(form) !== undefined);
  useEffect(() => {
    if (wasUnfinished.current) void trigger();
  }, [trigger]);

  const place = placeKey(path);
  // The path is another array each time.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `place` stands for it
  const found = useMemo(() => findingIssues(desk.findings, path), [desk.findings, place]);
  const issues = formState.errors['root']?.types as Issues | undefined;
  return {
    typed: watched,
    set(field, next) {
      setValue(field as string, next, { shouldDirty: true });
      const typed = withoutAbsent(getValues());
      void trigger();
      if (!schema.safeParse(typed).success) {
        unfinished.keep(form, typed);
        return;
      }
      const edits = editsBetween(path, asJson(applied.current), asJson(typed));
      applied.current = typed as T;
      unfinished.forget(form);
      if (edits.length > 0) desk.edit(edits, words);
    },
    errors: errorsOf({ ...found.errors, ...issues }, found.notes),
    isValid: issues === undefined,
    reset() {
      unfinished.forget(form);
      applied.current = value;
      reset(value);
    },
  };
}

/** All issues together under `root`, by place: forms have fields that come and go, and records whose keys have dots. */
function resolverOf(schema: z.ZodType): Resolver<FieldValues> {
  return (values) => {
    const types = issuesOf(schema, withoutAbsent(values));
    const [message] = Object.values(types);
    return message === undefined
      ? { values, errors: {} }
      : { values: {}, errors: { root: { type: 'table', message, types } } };
  };
}
