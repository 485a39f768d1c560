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

const widths = { seconds: 9, tag: 4, lane: 12, mark: 2 } as const;

interface Position {
  /** Since the call began; undefined for what belongs to none. */
  readonly seconds: number | undefined;
  readonly tag: string | undefined;
  /** UTC, where it is to be shown. */
  readonly time: string | undefined;
}

/** One line: seconds since the call began, its tag, who, what, how long it took, and when it was. */
export function layOut(
  { lane, mark, text, tone, took }: Rung,
  { seconds, tag, time }: Position,
  { color, longest }: Layout,
): string {
  const since = seconds === undefined ? '' : seconds.toFixed(3);
  const whole = printable(text);
  const shown = longest === undefined || whole.length <= longest ? whole : `${whole.slice(0, longest - 1)}…`;
  const duration = took === undefined ? '' : `  ${Math.round(took)} ms`;
  const when = time === undefined ? '' : `  at ${time}`;
  const columns = [
    since.padStart(widths.seconds),
    (tag ?? '').padEnd(widths.tag),
    shortened(printable(lane)).padEnd(widths.lane),
    mark.padEnd(widths.mark),
  ].join('  ');
  const line = `${columns} ${shown}${duration}${when}`;
  // The stream is known to take colour or not: styleText need not look at one.
  return color ? styleText(colors[tone], line, { validateStream: false }) : line;
}

/** What stands below a line, each of its lines under the line's text. */
export function layOutBlock({ block = [], tone }: Rung, { color }: Layout): readonly string[] {
  const indent = ' '.repeat(widths.seconds + widths.tag + widths.lane + 6);
  return block.map((text) => {
    const line = `${indent}│  ${printable(text)}`;
    return color ? styleText(colors[tone], line, { validateStream: false }) : line;
  });
}

/** Names of functions differ at their ends as often as at their beginnings. */
function shortened(name: string): string {
  if (name.length <= widths.lane) return name;
  const end = Math.floor((widths.lane - 1) / 2);
  return `${name.slice(0, widths.lane - 1 - end)}…${name.slice(-end)}`;
}
