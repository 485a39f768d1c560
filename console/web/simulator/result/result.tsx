import { Suspense, type ReactElement } from 'react';
import type { Simulation } from '../../../../shared/contracts/simulation.ts';
import type { Coordinates } from '../../../../shared/domain/location.ts';
import { lateComponent } from '../../ui/late-component.ts';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { TableFacts } from '../../workbench/bench/table-facts.ts';
import { Section } from '../../ui/section.tsx';
import styles from '../simulator.module.css';
import { RulesPart } from './rules-part.tsx';
import { Timeline } from './timeline.tsx';

// The map, and the table beside it, come after the answer.
const BranchesResult = lateComponent(() => import('./branches-result.tsx').then(({ BranchesResult: part }) => part));

interface Props {
  readonly simulation: Simulation;
  readonly facts: TableFacts | undefined;
  readonly onPlace: (place: Coordinates) => void;
  readonly onChoose: (reasonId: string | undefined) => void;
}

const noKey = 'no-key';

/** Where the call goes, what is heard, and why. */
export function Result({ simulation, facts, onPlace, onChoose }: Props): ReactElement {
  const { ruleId, ending, plan, service, menu, doubts, callerId } = simulation;
  return (
    <>
      <p role="status" className={styles['verdict']}>
        {ruleId === 'default' ? 'The default takes the call' : `${ruleId} takes the call`}, and after about {ending.at}{' '}
        s {ending.text}.
      </p>
      {doubts.length > 0 && (
        <Notice tone="warning">
          {doubts.map((doubt) => (
            <p key={doubt}>{doubt}</p>
          ))}
        </Notice>
      )}
      {menu !== undefined && (
        <Select
          label="The caller is asked, and presses"
          items={[
            { id: noKey, name: 'no key' },
            ...menu.options.map(({ key, reasonId, name }) => ({ id: reasonId, name: `${key} – ${name}` })),
          ]}
          selected={menu.chosen ?? noKey}
          onSelect={(chosen) => onChoose(chosen === noKey ? undefined : chosen)}
        />
      )}
      <Section title="What happens">
        <Timeline simulation={simulation} />
      </Section>
      <Section title="The plan">
        <ol className={styles['plan']}>
          {plan.map(({ destination, text }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same message may stand in it twice
            <li key={`${index} ${destination}`}>{text}</li>
          ))}
        </ol>
        <p className={styles['soft']}>
          Whoever is rung sees {callerId}. {service !== undefined && <Tag>{service}</Tag>}
        </p>
      </Section>
      <Section title="Why">
        <RulesPart simulation={simulation} />
      </Section>
      {facts !== undefined && facts.branches.length > 0 && (
        <Section title="Branches">
          <Suspense fallback={<Waiting words="Loading the map" />}>
            <BranchesResult simulation={simulation} facts={facts} onPick={onPlace} />
          </Suspense>
        </Section>
      )}
    </>
  );
}
