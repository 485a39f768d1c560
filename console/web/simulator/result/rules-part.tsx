import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactElement } from 'react';
import type { Simulation } from '../../../../shared/contracts/simulation.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from '../simulator.module.css';

const rowPixels = 44;

/** Every rule that was asked, in order, with why it did not fit; and the one that did. Scrolls by itself when there are many. */
export function RulesPart({ simulation }: { readonly simulation: Simulation }): ReactElement {
  const { rulesPassedOver, ruleId, why } = simulation;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: rulesPassedOver.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPixels,
    overscan: 10,
  });
  const taken =
    ruleId === 'default' ? 'No rule fits: the default takes the call.' : `${ruleId} fits and takes the call.`;
  return (
    <>
      {rulesPassedOver.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and has to by keyboard
        <div ref={scroller} className={styles['rules']} role="region" aria-label="Rules that do not fit" tabIndex={0}>
          <ol style={{ height: rows.getTotalSize() }} className={styles['ruleList']}>
            {rows.getVirtualItems().map(({ index, key, start }) => {
              const rule = rulesPassedOver[index];
              return rule === undefined ? null : (
                <li
                  key={key}
                  ref={rows.measureElement}
                  data-index={index}
                  className={styles['rule']}
                  style={{ transform: `translateY(${start}px)` }}
                  aria-setsize={rulesPassedOver.length}
                  aria-posinset={index + 1}
                >
                  <strong>{rule.ruleId}</strong> {rule.text}
                </li>
              );
            })}
          </ol>
        </div>
      )}
      <p className={classNames(styles['taken'])}>{taken}</p>
      {why.length > 0 && (
        <ul className={styles['why']}>
          {why.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
