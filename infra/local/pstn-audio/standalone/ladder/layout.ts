import { styleText } from 'node:util';
import { printable } from '../watching/privacy.ts';
import type { Rung, RungTone } from './rung.ts';

export interface Layout {
  readonly color: boolean;
  /** Longer texts are cut; undefined: they are not. */
  readonly longest: number | undefined;
}

const colors = {
  sip: 'cyan',
  event: 'magenta',
  action: 'blue',
  log: 'gray',
  good: 'green',
  bad: 'red',
} as const satisfies Record<RungTone, Parameters<typeof styleText>[0]>;

const widths = { seconds: 9, tag: 4, lane: 8, mark: 2 } as const;

/** One line: seconds since the call began, its tag, who, what, and how long it took. */
export function layOut(
  { lane, mark, text, tone, took }: Rung,
  { seconds, tag }: { readonly seconds: number | undefined; readonly tag: string | undefined },
  { color, longest }: Layout,
): string {
  const time = seconds === undefined ? '' : seconds.toFixed(3);
  const whole = printable(text);
  const shown = longest === undefined || whole.length <= longest ? whole : `${whole.slice(0, longest - 1)}…`;
  const duration = took === undefined ? '' : `  ${Math.round(took)} ms`;
  const columns = [
    time.padStart(widths.seconds),
    (tag ?? '').padEnd(widths.tag),
    printable(lane).slice(0, 20).padEnd(widths.lane),
    mark.padEnd(widths.mark),
  ].join('  ');
  const line = `${columns} ${shown}${duration}`;
  // The stream is known to take colour or not: styleText need not look at one.
  return color ? styleText(colors[tone], line, { validateStream: false }) : line;
}
