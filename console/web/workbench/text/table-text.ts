import { valueAt, type ContentEdit } from '../edit-json.ts';
import type { JsonMap } from '../json-value.ts';
import { editOutline } from './edit-outline.ts';
import { outlineOf, textOfOutline, type Outline } from './outline.ts';
import { editYaml, printYaml, styleOf, type YamlStyle } from './yaml-print.ts';

/** The text of a file that says some value, ready to be edited. Immutable: an edit makes another. */
export type TableText =
  | { readonly kind: 'json'; readonly indent: string }
  | {
      readonly kind: 'yaml';
      /** "\r\n" where the author's editor has it so. */
      readonly newline: string;
      readonly mark: string;
      readonly style: YamlStyle;
      readonly body:
        { readonly kind: 'outline'; readonly outline: Outline } | { readonly kind: 'text'; readonly text: string };
    };

/** @param value what the text says. */
export function openText(text: string, value: JsonMap): TableText {
  if (isJson(text)) return { kind: 'json', indent: /^\s*\{\s*?\n([ \t]+)/.exec(text)?.[1] ?? '' };
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const plain = text.slice(mark.length).replaceAll(/\r\n?/g, '\n');
  return {
    kind: 'yaml',
    mark,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    style: styleOf(plain),
    body: bodyOf(plain, value),
  };
}

export interface TextStep {
  readonly before: JsonMap;
  readonly after: JsonMap;
  readonly order: readonly string[];
}

/** The text after the edit by which `before` became `after`. It always says `after`: comments are lost before anything else is. */
export function editText(text: TableText, edit: ContentEdit, step: TextStep): TableText {
  if (text.kind === 'json') return text;
  const { style, body } = text;
  if (body.kind === 'outline') {
    const outline = editOutline(body.outline, edit, { ...step, style });
    if (outline !== undefined) return { ...text, body: { kind: 'outline', outline } };
  }
  const whole = body.kind === 'outline' ? textOfOutline(body.outline) : body.text;
  const edited =
    editYaml(whole, edit, { before: step.before, after: step.after, style, writesOutAliases: true }) ??
    printYaml(step.after, style);
  return { ...text, body: bodyOf(edited, step.after) };
}

/** @param value what it says. */
export function printText(text: TableText, value: JsonMap): string {
  if (text.kind === 'json') return `${JSON.stringify(value, undefined, text.indent)}\n`;
  const body = text.body.kind === 'outline' ? textOfOutline(text.body.outline) : text.body.text;
  return `${text.mark}${text.newline === '\n' ? body : body.replaceAll('\n', text.newline)}`;
}

function bodyOf(text: string, value: JsonMap): Extract<TableText, { kind: 'yaml' }>['body'] {
  const outline = outlineOf(text, value);
  return outline === undefined ? { kind: 'text', text } : { kind: 'outline', outline };
}

function isJson(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    return valueAt(JSON.parse(text) as JsonMap, []) !== undefined;
  } catch {
    return false;
  }
}
