import type { ReactElement } from 'react';
import type { Simulation, TimelineItem } from '../../../../shared/contracts/simulation.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import styles from './timeline.module.css';

/** The call from its first word to its last, with the seconds at which things happen. */
export function Timeline({ simulation }: { readonly simulation: Simulation }): ReactElement {
  const { timeline, ending } = simulation;
  return (
    <ol className={styles['timeline']} aria-label="What happens in the call, by seconds">
      {timeline.map((item) => (
        <li key={`${item.from} ${item.kind} ${item.text}`} className={styles['item']}>
          <span className={styles['seconds']}>
            {item.from}–{item.to} s
          </span>
          <Item item={item} />
        </li>
      ))}
      <li className={styles['item']}>
        <span className={styles['seconds']}>{ending.at} s</span>
        <span className={classNames(styles['ending'], ending.kind === 'talk' && styles['good'])}>
          <Icon name={ending.kind === 'talk' ? 'people' : 'phoneOff'} />
          {capital(ending.text)}.
        </span>
      </li>
    </ol>
  );
}

function Item({ item }: { readonly item: TimelineItem }): ReactElement {
  switch (item.kind) {
    case 'words':
      return (
        <q className={classNames(styles['bubble'], item.of === 'table' && styles['own'])} lang={item.language}>
          {item.text}
        </q>
      );
    case 'question':
      return (
        <span className={styles['question']}>
          <q className={styles['bubble']} lang={item.language}>
            {item.text}
          </q>
          <span className={styles['answer']}>
            {item.key === undefined
              ? `No key is pressed; asked ${item.times} times.`
              : `The caller presses ${item.key}.`}
          </span>
        </span>
      );
    case 'attempt':
      return (
        <span className={classNames(styles['attempt'], styles[item.outcome])}>
          <Icon name={iconOf(item)} />
          {capital(item.text)}.
        </span>
      );
  }
}

function iconOf({ outcome }: Extract<TimelineItem, { kind: 'attempt' }>): IconName {
  if (outcome === 'answered') return 'phone';
  return outcome === 'misconfigured' ? 'warning' : 'phoneOff';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
