import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { CallerFile, Witness } from '../../../shared/contracts/caller-file.ts';
import type { SimulateRequest } from '../../../shared/contracts/tables-api.ts';
import type { Coordinates } from '../../../shared/domain/location.ts';
import type { SimulatedOutcome } from '../../routing/simulation/wish.ts';
import type { CallerFormControl } from './caller/caller-fields.tsx';
import { callerFormSchema, formOfCaller, nobodyKnown, pointText, type CallerForm } from './caller/caller-form.ts';
import { callerInAddress, readCallerLink, writeCallerLink } from './caller/caller-link.ts';
import { lookUpAnswer } from './look-up-answers.ts';

/** What is being asked: everything that can be chosen on the page, and the ways to choose it. */
export interface Question {
  readonly form: CallerFormControl;
  readonly at: string | undefined;
  readonly setAt: (at: string | undefined) => void;
  readonly seed: string;
  readonly setSeed: (seed: string) => void;
  readonly outcomes: Readonly<Record<string, SimulatedOutcome>>;
  readonly setOutcome: (destination: string, outcome: SimulatedOutcome) => void;
  readonly answers: Readonly<Record<string, string>>;
  readonly setAnswer: (lookUp: string, answer: string) => void;
  readonly setChooses: (reasonId: string | undefined) => void;
  readonly setPlace: (place: Coordinates) => void;
  readonly pick: (witness: Witness) => void;
  /** Undefined while something is not as it must be. */
  readonly request: Omit<SimulateRequest, 'source'> | undefined;
  readonly witness: Witness | undefined;
  readonly isLinkUnreadable: boolean;
}

const usualSeed = 'caller';
const settleMs = 300;

/** The question of the page, which begins with the caller of the address and keeps the address up with it. */
export function useQuestion(search: URLSearchParams): Question {
  const [linked] = useState(() => readCallerLink(callerInAddress(search, location.hash)));
  const given = linked.kind === 'given' ? linked.witness : undefined;
  const form: CallerFormControl = useForm<CallerForm, unknown, CallerFile>({
    defaultValues: given === undefined ? nobodyKnown : formOfCaller(given.context),
    resolver: zodResolver(callerFormSchema),
    mode: 'onChange',
  });
  const [at, setAt] = useState(given?.at);
  const [seed, setSeed] = useState(given?.seed ?? usualSeed);
  const [outcomes, setOutcomes] = useState<Record<string, SimulatedOutcome>>({});
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [chooses, setChooses] = useState<string>();

  const values = useWatch({ control: form.control }) as CallerForm;
  const caller = useMemo(() => callerFormSchema.safeParse(values).data, [values]);
  const request = useMemo((): Question['request'] => {
    if (caller === undefined) return undefined;
    const lookUps = Object.entries(answers).flatMap(([id, chosen]) => {
      const answer = lookUpAnswer(chosen);
      return answer === undefined ? [] : [[id, answer] as const];
    });
    return {
      caller,
      seed: seed === '' ? usualSeed : seed,
      ...(at === undefined ? {} : { at }),
      destinations: outcomes,
      lookUps: Object.fromEntries(lookUps),
      ...(chooses === undefined ? {} : { chooses }),
    };
  }, [caller, seed, at, outcomes, answers, chooses]);
  const witness = useMemo(
    () =>
      caller === undefined
        ? undefined
        : { context: caller, at: at ?? new Date().toISOString(), seed: seed === '' ? usualSeed : seed },
    [caller, at, seed],
  );
  const isChanged = form.formState.isDirty || at !== given?.at || seed !== (given?.seed ?? usualSeed);
  useAddress(search, witness, isChanged);

  return {
    form,
    at,
    setAt,
    seed,
    setSeed,
    outcomes,
    setOutcome: useCallback(
      (destination, outcome) => setOutcomes((before) => ({ ...before, [destination]: outcome })),
      [],
    ),
    answers,
    setAnswer: useCallback((lookUp, answer) => setAnswers((before) => ({ ...before, [lookUp]: answer })), []),
    setChooses,
    setPlace: ({ latitude, longitude }) =>
      form.setValue('coordinates', pointText([latitude, longitude]), { shouldDirty: true, shouldValidate: true }),
    pick: (picked) => {
      form.reset(formOfCaller(picked.context), { keepDefaultValues: true });
      setAt(picked.at);
      setSeed(picked.seed);
    },
    request,
    witness,
    isLinkUnreadable: linked.kind === 'unreadable',
  };
}

/** Writes the caller into the address, when nothing has changed for a moment; and one out of the query, which is sent with a reload. */
function useAddress(search: URLSearchParams, witness: Witness | undefined, isWorthIt: boolean): void {
  const [path, navigate] = useLocation();
  const sent = search.get('caller') ?? undefined;
  const link = witness === undefined || !isWorthIt ? sent : writeCallerLink(witness);
  const of = search.get('of');
  useEffect(() => {
    if (link === undefined) return undefined;
    const timer = setTimeout(() => {
      const fragment = `#caller=${link}`;
      if (location.hash === fragment && sent === undefined) return;
      const query = of === null ? '' : `?${new URLSearchParams({ of }).toString()}`;
      navigate(`${path}${query}${fragment}`, { replace: true });
    }, settleMs);
    return () => clearTimeout(timer);
  }, [link, sent, of, path, navigate]);
}
