import { useEffect, useMemo, useRef, useState } from 'react';
import type { Simulation } from '../../../shared/contracts/simulation.ts';
import type { TableSourceBody } from '../../../shared/contracts/tables-api.ts';
import type { SimulationQuestion, SimulationResult } from '../workbench/bench/messages.ts';
import type { TableFacts } from '../workbench/bench/table-facts.ts';
import { useSimulations } from '../workbench/use-draft-desk.tsx';

export interface SimulationState {
  /** Of the last question that was answered. */
  readonly simulation?: Simulation;
  readonly facts?: TableFacts;
  /** A newer question is being answered. */
  readonly isBusy: boolean;
  /** The table has so many errors, and nobody can be routed by it. */
  readonly errors?: number;
  /** The bench has broken down. */
  readonly hasFailed: boolean;
}

const idle: SimulationState = { isBusy: true, hasFailed: false };

/** The call that is asked for, by those texts, in the worker of the table's desk. Only the last question's answer counts. */
export function useSimulation(
  table: string,
  source: TableSourceBody | undefined,
  asked: SimulationQuestion | undefined,
): SimulationState {
  const simulations = useSimulations(table);
  const [state, setState] = useState(idle);
  /** The texts that the facts are of. */
  const known = useRef<TableSourceBody>(undefined);
  const key = asked === undefined ? undefined : JSON.stringify(asked);
  const question = useMemo(() => (key === undefined ? undefined : (JSON.parse(key) as SimulationQuestion)), [key]);

  useEffect(() => {
    if (simulations === undefined || source === undefined || question === undefined) return undefined;
    let isLast = true;
    const wantsFacts = known.current !== source;
    setState((before) => ({ ...before, isBusy: true }));
    simulations.simulate({ source, question, wantsFacts }).then(
      (result) => {
        if (wantsFacts && result.kind === 'simulated') known.current = source;
        setState((before) => after(before, result, isLast));
      },
      () => isLast && setState((before) => ({ ...before, isBusy: false, hasFailed: true })),
    );
    return () => {
      isLast = false;
    };
  }, [simulations, source, question]);
  return state;
}

/** A late answer still tells what the table has. */
function after(before: SimulationState, result: SimulationResult, isLast: boolean): SimulationState {
  const facts = result.kind === 'simulated' ? (result.facts ?? before.facts) : before.facts;
  const known = facts === undefined ? {} : { facts };
  if (!isLast) return { ...before, ...known };
  return result.kind === 'simulated'
    ? { ...known, simulation: result.simulation, isBusy: false, hasFailed: false }
    : { ...known, errors: result.errors, isBusy: false, hasFailed: false };
}
