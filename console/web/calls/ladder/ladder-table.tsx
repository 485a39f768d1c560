import type { ReactElement } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Moment } from '../../ui/moment.tsx';
import { offsetWords, type Rung } from '../ladder.ts';
import type { Lane, LaneId } from './lanes.ts';
import styles from './ladder-table.module.css';
import { RungPicture, pictureWidth } from './rung-picture.tsx';

export interface LadderTableProps {
  readonly lanes: readonly Lane[];
  readonly rungs: readonly Rung[];
}

/** All that the picture tells is in the columns beside it: the picture is for eyes only. */
export function LadderTable({ lanes, rungs }: LadderTableProps): ReactElement {
  const titleOf = (id: LaneId): string => lanes.find((lane) => lane.id === id)?.title ?? id;
  const width = pictureWidth(lanes.length);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
    <div className={styles['scroller']} role="region" aria-label="The ladder" tabIndex={0}>
      <table className={styles['ladder']}>
        <thead>
          <tr>
            <th scope="col">After</th>
            <td aria-hidden className={styles['picture']} style={{ width, minWidth: width }}>
              <div className={styles['lanes']}>
                {lanes.map(({ id, title }) => (
                  <span key={id}>{title}</span>
                ))}
              </div>
            </td>
            <th scope="col">What happened</th>
            <th scope="col">Between</th>
          </tr>
        </thead>
        <tbody>
          {rungs.map((rung, index) => (
            <tr key={index}>
              <td className={styles['offset']}>
                {offsetWords(rung.offsetMs)}
                <span className={styles['at']}>
                  <Moment at={rung.at} style="time" />
                </span>
              </td>
              <td aria-hidden className={styles['picture']}>
                <RungPicture lanes={lanes} rung={rung} />
              </td>
              <td>
                <span className={classNames(styles['words'], styles[rung.tone ?? 'plain'])}>{rung.words}</span>
                {rung.detail !== undefined && <span className={styles['detail']}>{rung.detail}</span>}
              </td>
              <td className={styles['between']}>
                {rung.from === rung.to ? titleOf(rung.from) : `${titleOf(rung.from)} → ${titleOf(rung.to)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
