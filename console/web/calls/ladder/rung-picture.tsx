import type { ReactElement } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { Rung } from '../ladder.ts';
import type { Lane } from './lanes.ts';
import styles from './ladder-table.module.css';

/** Pixels. */
const laneWidth = 92;
const head = 6;

export function pictureWidth(lanes: number): number {
  return lanes * laneWidth;
}

/** One rung between the lanes, as high as its row. Decoration: the row says it in words. */
export function RungPicture({ lanes, rung }: { readonly lanes: readonly Lane[]; readonly rung: Rung }): ReactElement {
  const middle = (index: number): number => (index + 0.5) * laneWidth;
  const from = middle(lanes.findIndex(({ id }) => id === rung.from));
  const to = middle(lanes.findIndex(({ id }) => id === rung.to));
  const tone = classNames(styles['rung'], styles[rung.tone ?? 'plain']);
  const back = to > from ? -head : head;
  return (
    <svg className={styles['svg']} width={pictureWidth(lanes.length)} height="100%" aria-hidden>
      {lanes.map(({ id }, index) => (
        <line key={id} className={styles['lane']} x1={middle(index)} x2={middle(index)} y1="0" y2="100%" />
      ))}
      <svg y="50%" overflow="visible" className={tone}>
        {from === to ? (
          <circle cx={from} cy={0} r={5} />
        ) : (
          <>
            <line x1={from} x2={to} y1={0} y2={0} />
            <path d={`M${to} 0l${back} ${-head * 0.7}v${head * 1.4}z`} />
          </>
        )}
      </svg>
    </svg>
  );
}
