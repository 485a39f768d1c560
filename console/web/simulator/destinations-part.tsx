import type { ReactElement } from 'react';
import type { Simulation } from '../../../shared/contracts/simulation.ts';
import { simulatedOutcomes } from '../../../shared/contracts/tables-api.ts';
import type { SimulatedOutcome } from '../../routing/simulation/wish.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { Select } from '../ui/select.tsx';
import type { TableFacts } from '../workbench/bench/table-facts.ts';
import { destinationName, destinationsOf, outcomeNames } from './destinations.ts';
import { answersToChooseFrom, lookUpAnswer, nobody } from './look-up-answers.ts';
import styles from './simulator.module.css';

interface Props {
  readonly simulation: Simulation | undefined;
  readonly facts: TableFacts | undefined;
  readonly outcomes: Readonly<Record<string, SimulatedOutcome>>;
  readonly onOutcome: (destination: string, outcome: SimulatedOutcome) => void;
  /** By look-up. */
  readonly answers: Readonly<Record<string, string>>;
  readonly onAnswer: (lookUp: string, answer: string) => void;
}

/** Who answers, who does not, and who cannot be reached. */
export function DestinationsPart(props: Props): ReactElement {
  const { simulation, facts, outcomes, onOutcome, answers, onAnswer } = props;
  const destinations = simulation === undefined ? [] : destinationsOf(simulation, outcomes);
  const lookUps = destinations.flatMap(({ destination }) =>
    destination.startsWith('lookUp:') ? [destination.slice('lookUp:'.length)] : [],
  );
  if (destinations.length === 0) return <p className={styles['soft']}>Nobody is rung.</p>;
  return (
    <div className={styles['fields']}>
      {destinations.map(({ destination, outcome, isOfPlan }) => (
        <Select
          key={destination}
          label={destinationName(destination)}
          items={simulatedOutcomes.map((id) => ({ id, name: outcomeNames(destination)[id] }))}
          selected={outcome}
          onSelect={(chosen) => onOutcome(destination, chosen)}
          description={isOfPlan ? undefined : 'Not in this call'}
        />
      ))}
      {facts !== undefined &&
        lookUps.map((id) => (
          <ComboBox
            key={id}
            label={`Whom ${id} names`}
            items={answersToChooseFrom(facts)}
            value={answers[id] ?? nobody}
            onChange={(answer) => onAnswer(id, answer)}
            allowsCustomValue
            error={
              lookUpAnswer(answers[id] ?? nobody) === undefined
                ? 'Choose one of the list, or type a number: +12065550123'
                : undefined
            }
          />
        ))}
    </div>
  );
}
