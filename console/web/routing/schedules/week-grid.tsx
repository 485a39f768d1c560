import { useRef, useState, type PointerEvent, type ReactElement } from 'react';
import type { Hours } from '../../../routing/compile/schedule/hours.ts';
import { drawnSpan, formatHours, spansOf } from './spans.ts';
import styles from './schedules.module.css';
import { weekdayNames, type Days } from './week.ts';

export interface WeekGridProps {
  readonly days: Days;
  /** Somebody has drawn hours; absent: nothing can be drawn. */
  readonly onDraw: ((day: number, hours: Hours) => void) | undefined;
  /** Hours were pressed. */
  readonly onPick: (day: number) => void;
}

interface Drawing {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const hourMarks = [0, 3, 6, 9, 12, 15, 18, 21, 24] as const;
const minutesOfDay = 1440;

/**
 * The week as a picture, Monday to Sunday by 24 hours, in which hours are drawn with the pointer. It is hidden from screen readers
 * and takes no focus: the fields below it say and do the same.
 */
export function WeekGrid({ days, onDraw, onPick }: WeekGridProps): ReactElement {
  const [drawing, setDrawing] = useState<Drawing>();
  const rows = useRef<(HTMLDivElement | null)[]>([]);
  const spans = spansOf(days);

  function partOfDay(day: number, event: PointerEvent): number {
    const box = rows.current[day]?.getBoundingClientRect();
    return box === undefined || box.width === 0 ? 0 : Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
  }

  function begin(day: number, event: PointerEvent<HTMLDivElement>): void {
    if (onDraw === undefined || event.button !== 0) return;
    const part = partOfDay(day, event);
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawing({ day, from: part, to: part });
  }

  function finish(): void {
    if (drawing !== undefined) onDraw?.(drawing.day, drawnSpan(drawing.from, drawing.to));
    setDrawing(undefined);
  }

  return (
    <div className={styles['week']} aria-hidden data-drawable={onDraw !== undefined}>
      <div className={styles['marks']}>
        {hourMarks.map((hour) => (
          <span key={hour} className={styles['mark']} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
      </div>
      {weekdayNames.map((name, day) => (
        <div key={name} className={styles['day']}>
          <span className={styles['dayName']}>{name.slice(0, 3)}</span>
          <div
            ref={(element) => {
              rows.current[day] = element;
            }}
            className={styles['hours']}
            onPointerDown={(event) => begin(day, event)}
            onPointerMove={(event) => {
              if (drawing?.day === day) setDrawing({ ...drawing, to: partOfDay(day, event) });
            }}
            onPointerUp={finish}
            onPointerCancel={() => setDrawing(undefined)}
          >
            {(spans[day] ?? []).map((span) => (
              <div
                key={`${span.day} ${span.index} ${span.from}`}
                className={styles['span']}
                style={placed(span.from, span.until)}
                title={span.text}
                onPointerDown={(event) => {
                  event.stopPropagation();
                  onPick(span.day);
                }}
              >
                {span.text}
              </div>
            ))}
            {drawing?.day === day && <Drawn hours={drawnSpan(drawing.from, drawing.to)} />}
          </div>
        </div>
      ))}
    </div>
  );
}

function Drawn({ hours }: { readonly hours: Hours }): ReactElement {
  return (
    <div className={`${styles['span']} ${styles['drawn']}`} style={placed(hours.opens, hours.closes)}>
      {formatHours(hours)}
    </div>
  );
}

function placed(from: number, until: number): { insetInlineStart: string; inlineSize: string } {
  return {
    insetInlineStart: `${(from / minutesOfDay) * 100}%`,
    inlineSize: `${((until - from) / minutesOfDay) * 100}%`,
  };
}
