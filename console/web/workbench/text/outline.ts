import { isJsonList, isJsonMap, type JsonMap } from '../json-value.ts';
import type { Json } from '../table-edit.ts';
import { hasAliases } from './yaml-print.ts';
import { cut, indentOf, linesOf, type Piece } from './lines.ts';

/** A list or a map of many things, cut into them: a rule, a schedule, a branch. */
export interface Section {
  readonly kind: 'list' | 'map';
  /** "rules:" with what stands behind it. */
  readonly opening: string;
  readonly items: readonly Item[];
  readonly closing: string;
  /** Of its items. */
  readonly blanks: string;
}

export interface Item extends Piece {
  /** In a map. */
  readonly key?: string;
}

/** What stands under one key of the root. */
export interface Entry extends Piece {
  readonly key: string;
  /** Where it has one, `body` is made of it. */
  readonly section?: Section;
}

/**
 * A YAML file by its lines: where which key of the root stands, and which item under it. An edit reads and writes the few lines
 * it is about, so all else stays letter by letter, and is as quick in a file of 10,000 rules as in one of ten.
 */
export interface Outline {
  readonly entries: readonly Entry[];
  readonly tail: string;
}

/** @returns undefined for a file that is not one map, block style, whose keys are plain text. `value`: what the file says. */
export function outlineOf(text: string, value: JsonMap): Outline | undefined {
  const whole = text.endsWith('\n') || text === '' ? text : `${text}\n`;
  if (/^(?:---|\.\.\.|%|\?)/m.test(whole) || whole.includes('\r') || hasAliases(whole)) return undefined;
  const cuts = cut(linesOf(whole), 0, (line) => /^[^\s-]|^-\S/.test(line));
  if (cuts === undefined) return undefined;
  const entries = cuts.pieces.map((piece) => ({ ...piece, key: keyOf(piece.body) }));
  const keys = new Set(entries.map(({ key }) => key));
  if (keys.size !== entries.length || !sameKeys(keys, value)) return undefined;
  return {
    entries: entries.map((entry) => entryOf(entry.key ?? '', entry, value[entry.key ?? ''])),
    tail: cuts.tail,
  };
}

/** An entry, with its section where it has one. */
export function entryOf(key: string, { lead, body }: Piece, value: Json | undefined): Entry {
  const section = sectionOf(body, value);
  return section === undefined ? { key, lead, body } : { key, lead, body: '', section };
}

export function textOfOutline({ entries, tail }: Outline): string {
  const parts: string[] = [];
  for (const entry of entries) parts.push(entry.lead, bodyOf(entry));
  return [...parts, tail].join('');
}

export function bodyOf({ body, section }: Entry): string {
  if (section === undefined) return body;
  const parts = [section.opening];
  for (const item of section.items) parts.push(item.lead, item.body);
  return [...parts, section.closing].join('');
}

function sectionOf(body: string, value: Json | undefined): Section | undefined {
  if (!isJsonList(value) && !isJsonMap(value)) return undefined;
  const [opening = '', ...lines] = linesOf(body);
  if (!/:[ \t]*(?:#.*)?\n$/.test(opening) || !/^[^#&*!|>{["']+:/.test(opening)) return undefined;
  const first = lines.find((line) => !/^\s*(?:#|$)/.test(line));
  if (first === undefined) return undefined;
  const indent = indentOf(first);
  const kind = /^\s*-\s/.test(first) ? 'list' : 'map';
  const begins =
    kind === 'list'
      ? (line: string): boolean => indentOf(line) === indent && /^-\s/.test(line.slice(indent))
      : (line: string): boolean => indentOf(line) === indent;
  const cuts = cut(lines, indent, begins);
  if (cuts === undefined) return undefined;
  const section = { kind, opening, closing: cuts.tail, blanks: ' '.repeat(indent) } as const;
  if (isJsonList(value)) {
    if (kind !== 'list' || cuts.pieces.length !== value.length) return undefined;
    return { ...section, items: cuts.pieces };
  }
  const items = cuts.pieces.flatMap((piece) => {
    const key = keyOf(piece.body);
    return key === undefined ? [] : [{ ...piece, key }];
  });
  if (kind !== 'map' || items.length !== cuts.pieces.length) return undefined;
  return sameKeys(new Set(items.map(({ key }) => key)), value) ? { ...section, items } : undefined;
}

/** Of plain keys, and of those in quotes that have nothing in them to be read otherwise. */
function keyOf(body: string): string | undefined {
  const [, plain, double, single] = /^\s*(?:([\w.-]+)|"([\w.+ -]+)"|'([\w.+ -]+)')\s*:(?:\s|$)/.exec(body) ?? [];
  return plain ?? double ?? single;
}

function sameKeys(keys: ReadonlySet<string | undefined>, value: JsonMap): boolean {
  const there = Object.keys(value);
  return there.length === keys.size && there.every((key) => keys.has(key));
}
