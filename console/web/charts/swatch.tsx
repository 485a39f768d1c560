import { useEffect, useRef, type ReactElement } from 'react';
import { onColourChange } from '../map/map-colours.ts';
import type { ChartModel } from './charts.ts';
import { dashes, hatchOf, inkOf } from './inks.ts';
import styles from './chart.module.css';

/** How a series is drawn, for the legend: painted as the chart paints it. */
export function Swatch({ kind, index }: { readonly kind: ChartModel['kind']; readonly index: number }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const paint = (): void => paintSwatch(canvas.current, kind, index);
    paint();
    return onColourChange(paint);
  }, [kind, index]);
  return <canvas ref={canvas} className={styles['swatch']} width={32} height={16} aria-hidden />;
}

function paintSwatch(canvas: HTMLCanvasElement | null, kind: ChartModel['kind'], index: number): void {
  const pen = canvas?.getContext('2d');
  const within = canvas?.parentElement;
  if (canvas === null || pen === null || pen === undefined || within === null || within === undefined) return;
  const colour = inkOf(within, index);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  if (kind === 'stack') {
    pen.fillStyle = hatchOf({ colour, ground: inkOf(within, 'ground') }, index);
    pen.fillRect(0, 0, canvas.width, canvas.height);
    return;
  }
  pen.strokeStyle = colour;
  pen.lineWidth = 3;
  pen.setLineDash([...(dashes[index % dashes.length] ?? [])]);
  pen.beginPath();
  pen.moveTo(0, canvas.height / 2);
  pen.lineTo(canvas.width, canvas.height / 2);
  pen.stroke();
}
