import {
  Document,
  isAlias,
  isCollection,
  parseDocument,
  visit,
  type ToStringOptions,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { editDocument, writeOutAliases } from './edit-document.ts';
import { newNode } from './merge-node.ts';
import { EditRefused, type ContentEdit } from '../edit-json.ts';
import { sameJson } from '../json-value.ts';
import type { Json } from '../table-edit.ts';

/** How the author writes: kept for what is written anew. */
export interface YamlStyle extends Pick<ToStringOptions, 'indent' | 'indentSeq'> {
  /** "[ a ]" and "{ a: 1 }", or without the blanks. */
  readonly padded: { readonly lists: boolean; readonly maps: boolean };
}

const peoples: YamlStyle = { indent: 2, indentSeq: true, padded: { lists: false, maps: true } };

/** @param otherwise where the text shows nothing of it. */
export function styleOf(text: string, otherwise: YamlStyle = peoples): YamlStyle {
  const [, outer = '', inner] = /^( *)[^\s#-][^\n#]*:[ \t]*\n( +)(?=[^\s#-])/m.exec(text) ?? [];
  const [, key, dash] = /^( *)[^\s#-][^\n#]*:[ \t]*\n( *)- /m.exec(text) ?? [];
  const indentSeq = key === undefined ? otherwise.indentSeq : key !== dash;
  const blank = (open: string): boolean | undefined => {
    const at = text.search(new RegExp(`\\${open}[^\\s\\]}]|\\${open} +[^\\s\\]}]`));
    return at === -1 ? undefined : text[at + 1] === ' ';
  };
  const indent = inner === undefined || inner.length <= outer.length ? undefined : inner.length - outer.length;
  return {
    indent: indent ?? (indentSeq ? otherwise.indent : 2) ?? 2,
    indentSeq: indentSeq ?? true,
    padded: { lists: blank('[') ?? otherwise.padded.lists, maps: blank('{') ?? otherwise.padded.maps },
  };
}

/** A text of YAML that says `value`, in lines that are not folded. */
export function printYaml(value: Json, style: YamlStyle): string {
  const document = new Document();
  const root = newNode(value, document);
  if (isCollection(root) && root.items.length > 0) root.flow = false;
  document.contents = root;
  return print(document, style);
}

interface Step {
  /** What the text says. */
  readonly before: Json;
  /** What it is to say. */
  readonly after: Json;
  readonly style: YamlStyle;
  /** Otherwise a text with aliases is left alone. */
  readonly writesOutAliases?: boolean;
}

/**
 * The text, changed by the edit: comments and style stay.
 * @returns undefined where that cannot be done so that the new text says exactly `after`.
 */
export function editYaml(text: string, edit: ContentEdit, step: Step): string | undefined {
  const { before, after, style, writesOutAliases = false } = step;
  const document = parse(text);
  if (document.errors.length > 0) return undefined;
  if (writesOutAliases) writeOutAliases(document);
  else if (hasAnchors(document)) return undefined;
  if (!sameJson(document.toJS() as Json, before)) return undefined;
  try {
    editDocument(document, edit);
  } catch (error) {
    // What is no trouble for the value was refused before: here it is about how it is written.
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
  const printed = print(document, styleOf(text, style));
  return sameJson(parse(printed).toJS() as Json, after) ? printed : undefined;
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { uniqueKeys: false });
}

function print(document: Document, { padded, ...options }: YamlStyle): string {
  // The library has one setting for lists and maps alike; people write [a] and { a: 1 }.
  const pad = (node: YAMLMap | YAMLSeq, padding: string): void => {
    const write = node.toString.bind(node);
    node.toString = (context, ...more) => write(context && { ...context, flowCollectionPadding: padding }, ...more);
  };
  visit(document, {
    Map: (_key, node) => pad(node, padded.maps ? ' ' : ''),
    Seq: (_key, node) => pad(node, padded.lists ? ' ' : ''),
  });
  return document.toString({ ...options, lineWidth: 0 });
}

/** Whether something stands in the text for something else. */
export function hasAliases(text: string): boolean {
  return /(?:^|[\s,[{])\*[^\s*]/m.test(text) && hasAnchors(parse(text));
}

function hasAnchors(document: Document): boolean {
  let any = false;
  visit(document, {
    Node: (_key, node) => {
      any ||= isAlias(node) || node.anchor !== undefined;
      return any ? visit.BREAK : undefined;
    },
  });
  return any;
}
