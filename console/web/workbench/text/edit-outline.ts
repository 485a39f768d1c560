import { moved, valueAt, type ContentEdit } from '../edit-json.ts';
import { isJsonMap, type JsonMap } from '../json-value.ts';
import type { Json, Path } from '../table-edit.ts';
import { indented } from './lines.ts';
import { bodyOf, entryOf, type Entry, type Item, type Outline, type Section } from './outline.ts';
import { editYaml, printYaml, type YamlStyle } from './yaml-print.ts';

export interface OutlineStep {
  readonly before: JsonMap;
  readonly after: JsonMap;
  readonly style: YamlStyle;
  /** Of the keys of the root, as people have them. */
  readonly order: readonly string[];
}

/** The outline, changed in the lines that the edit is about; undefined: it is about more than can be cut out. */
export function editOutline(outline: Outline, edit: ContentEdit, step: OutlineStep): Outline | undefined {
  const [first] = edit.path;
  if (first === undefined) return undefined;
  const key = String(first);
  const place = outline.entries.findIndex((entry) => entry.key === key);
  const entry = outline.entries[place];
  const value = step.after[key];
  if (entry === undefined) return value === undefined ? outline : withEntry(outline, key, value, step);
  if (value === undefined) return { ...outline, entries: outline.entries.toSpliced(place, 1) };
  const edited =
    (entry.section === undefined ? undefined : editSection(entry, entry.section, edit, step)) ??
    editEntry(entry, edit, step);
  return edited === undefined ? undefined : { ...outline, entries: outline.entries.with(place, edited) };
}

/** Where such a key usually stands. */
function withEntry(outline: Outline, key: string, value: Json, { style, order }: OutlineStep): Outline {
  const rank = order.indexOf(key);
  const after = outline.entries.findIndex((entry) => rank !== -1 && order.indexOf(entry.key) > rank);
  const entry = entryOf(key, { lead: '', body: printYaml({ [key]: value }, style) }, value);
  return {
    ...outline,
    entries: outline.entries.toSpliced(after === -1 ? outline.entries.length : after, 0, entry),
  };
}

function editEntry(entry: Entry, edit: ContentEdit, { before, after, style }: OutlineStep): Entry | undefined {
  const { key, lead } = entry;
  const body = editYaml(bodyOf(entry), edit, {
    before: { [key]: before[key] ?? null },
    after: { [key]: after[key] ?? null },
    style,
  });
  return body === undefined ? undefined : entryOf(key, { lead, body }, after[key]);
}

function editSection(entry: Entry, section: Section, edit: ContentEdit, step: OutlineStep): Entry | undefined {
  const items = editedItems(section, edit, step);
  return items === undefined || items.length === 0 ? undefined : { ...entry, section: { ...section, items } };
}

function editedItems(section: Section, edit: ContentEdit, step: OutlineStep): readonly Item[] | undefined {
  const { kind, items } = section;
  const [, item, ...rest] = edit.path;
  if (item === undefined) {
    if (edit.op === 'move' && kind === 'list') return moved(items, edit.from, edit.to);
    if (edit.op === 'insert' && kind === 'list')
      return items.toSpliced(edit.at, 0, newItem(section, edit.value, step.style));
    if (edit.op === 'set') return itemsSaying(section, edit.value, edit.path, step);
    if (edit.op !== 'rename' || kind !== 'map') return undefined;
    const place = items.findIndex(({ key }) => key === edit.from);
    const value = valueAt(step.after, [...edit.path, edit.to]) ?? null;
    const old = items[place];
    const body = editItem(old, section, { ...edit, path: [] }, { [edit.from]: value }, { [edit.to]: value }, step);
    return body === undefined ? undefined : items.with(place, { ...body, key: edit.to });
  }
  const place = kind === 'list' ? Number(item) : items.findIndex(({ key }) => key === String(item));
  const path: Path = edit.path.slice(0, 2);
  const before = valueAt(step.before, path);
  const after = valueAt(step.after, path);
  const old = items[place];
  if (edit.op === 'remove' && rest.length === 0) return old === undefined ? items : items.toSpliced(place, 1);
  if (after === undefined) return items;
  if (old === undefined) return [...items, newItem(section, after, step.style, String(item))];
  const wrap = (value: Json | undefined): Json =>
    kind === 'list' ? [value ?? null] : { [String(item)]: value ?? null };
  const inItem = { ...edit, path: kind === 'list' ? [0, ...rest] : [String(item), ...rest] };
  const edited = editItem(old, section, inItem, wrap(before), wrap(after), step);
  return edited === undefined ? undefined : items.with(place, edited);
}

/** Many items at once: five thousand branches moved to another schedule. */
function itemsSaying(section: Section, value: Json, path: Path, step: OutlineStep): readonly Item[] | undefined {
  const before = valueAt(step.before, path);
  if (section.kind !== 'map' || !isJsonMap(before) || !isJsonMap(value)) return undefined;
  const kept: (Item | undefined)[] = section.items
    .filter(({ key = '' }) => Object.hasOwn(value, key))
    .map((item) => {
      const { key = '' } = item;
      const [old, now] = [before[key] ?? null, value[key] ?? null];
      if (old === now) return item;
      const edit: ContentEdit = { op: 'set', path: [key], value: now };
      return editItem(item, section, edit, { [key]: old }, { [key]: now }, step);
    });
  const items = kept.filter((item) => item !== undefined);
  if (items.length < kept.length) return undefined;
  const added = Object.entries(value).filter(([key]) => !Object.hasOwn(before, key));
  return [...items, ...added.map(([key, each]) => newItem(section, each, step.style, key))];
}

function editItem(
  item: Item | undefined,
  { blanks }: Section,
  edit: ContentEdit,
  before: Json,
  after: Json,
  { style }: OutlineStep,
): Item | undefined {
  const body = item === undefined ? undefined : editYaml(item.body, edit, { before, after, style });
  return item === undefined || body === undefined ? undefined : { ...item, body: indented(body, blanks) };
}

function newItem({ kind, blanks }: Section, value: Json, style: YamlStyle, key = ''): Item {
  const body = indented(printYaml(kind === 'list' ? [value] : { [key]: value }, style), blanks);
  return kind === 'list' ? { lead: '', body } : { lead: '', body, key };
}
