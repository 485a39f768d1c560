import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import styles from './text.module.css';

/** As high as a line of the editor. */
const lineHeight = 20;
const spare = 5;

export interface LineNumbersProps {
  readonly lines: number;
  readonly byLine: ReadonlyMap<number, readonly FindingAnswer[]>;
  readonly scrollTop: number;
}

/** Numbers beside the text, only those in sight; lines with findings are marked. The list of findings says it to screen readers. */
export function LineNumbers({ lines, byLine, scrollTop }: LineNumbersProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(Math.floor(scrollTop / lineHeight) - spare, 0);
  const last = Math.min(first + Math.ceil(height / lineHeight) + 2 * spare, lines);
  return (
    <div ref={box} className={styles['numbers']} style={{ minInlineSize: `${String(lines).length + 3}ch` }} aria-hidden>
      <div style={{ transform: `translateY(${first * lineHeight - scrollTop}px)` }}>
        {Array.from({ length: Math.max(last - first, 0) }, (_, index) => first + index + 1).map((line) => (
          <div key={line} className={styles['number']} data-severity={worstOf(byLine.get(line))}>
            {line}
          </div>
        ))}
      </div>
    </div>
  );
}

function worstOf(findings: readonly FindingAnswer[] | undefined): FindingAnswer['severity'] | undefined {
  return (['error', 'warning', 'note'] as const).find((severity) =>
    findings?.some((finding) => finding.severity === severity),
  );
}
