import { readFile } from 'node:fs/promises';
import { parse } from '@swc/core';

/** A function, a method or a class of a source file, or what the file does when it is loaded. */
export interface SourceUnit {
  readonly file: string;
  /** "#name" for a private method; "" for the file itself. */
  readonly name: string;
  /** By what it runs: its plain name, a property of its name that is read, taken, or called. */
  readonly runsBy: 'names' | 'members' | 'taken' | 'calls';
  /** The variable or property that holds the object it is in. */
  readonly holder: string;
  /** Plain names that are used in it: of variables, functions and classes. */
  readonly names: Set<string>;
  /** Names of properties that are read in it. */
  readonly members: Set<string>;
  /** Of these, those that are called, passed on, or taken out of their object. */
  readonly taken: Set<string>;
  /** Of these, those that are called. */
  readonly calls: Set<string>;
  /** Names of variables and properties of which a property is read whose name is reckoned. */
  readonly lookedUpIn: Set<string>;
  /** Names of classes that it makes instances of, with the names of properties that are given to each, at any depth. */
  readonly makes: Map<string, Set<string>>;
}

export interface SourceFile {
  readonly units: readonly SourceUnit[];
  /** What is imported, or passed on, from packages: the package by the name. */
  readonly fromPackages: ReadonlyMap<string, string>;
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** Parts of the syntax that say what something is, not what is done. */
const isType = /^Ts(?!AsExpression|NonNullExpression|SatisfiesExpression|ConstAssertion|TypeAssertion)/;
const functions = ['ArrowFunctionExpression', 'FunctionExpression'];

/** Takes a TypeScript file apart. */
export async function sourceFile(path: string): Promise<SourceFile> {
  const module = await parse(await readFile(path, 'utf8'), { syntax: 'typescript', target: 'es2024' });
  const units: SourceUnit[] = [];
  const fromPackages = new Map<string, string>();

  const unit = (name: string, runsBy: SourceUnit['runsBy'], holder: string): SourceUnit => {
    const set = (): Set<string> => new Set();
    const uses = { names: set(), members: set(), taken: set(), calls: set(), lookedUpIn: set() };
    const made = { file: path, name, runsBy, holder, ...uses, makes: new Map<string, Set<string>>() };
    units.push(made);
    return made;
  };

  const walk = (value: unknown, within: SourceUnit, holder = ''): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, within, holder);
    if (!isNode(value)) {
      // Arguments and the like are wrapped: { spread, expression }.
      if (isRecord(value)) for (const each of Object.values(value)) walk(each, within, holder);
      return;
    }
    if (isType.test(value.type)) return;
    if (value.type === 'ImportDeclaration' || value.type === 'ExportNamedDeclaration') return notePackage(value);
    if (value.type === 'NewExpression') noteInstance(value, within);
    // Kept, given back or passed on.
    for (const part of ['value', 'init', 'right', 'argument', 'body']) within.taken.add(memberName(value[part]) ?? '');
    const { property, key, callee } = value;
    switch (value.type) {
      case 'Identifier':
        within.names.add(nameOf(value) ?? '');
        return;
      case 'MemberExpression':
      case 'SuperPropExpression':
        within.members.add(nameOf(property) ?? '');
        walk(value['object'], within);
        if (!isNode(property) || property.type !== 'Computed') return;
        within.lookedUpIn.add(memberName(value['object']) ?? nameOf(value['object']) ?? '');
        walk(property, within);
        return;
      case 'KeyValuePatternProperty':
      case 'AssignmentPatternProperty':
        // Taken out of an object by its name.
        within.members.add(nameOf(key) ?? '');
        within.taken.add(nameOf(key) ?? '');
        walk(value['value'], within);
        return;
      case 'CallExpression': {
        const called = memberName(callee) ?? '';
        within.calls.add(called);
        within.taken.add(called);
        for (const { expression } of value['arguments'] as { expression: unknown }[])
          within.taken.add(memberName(expression) ?? '');
      }
    }
    const found = unitOf(value);
    const inside = found === undefined ? within : unit(found.name, found.runsBy, holder);
    const holds = nameOf(value.type === 'VariableDeclarator' ? value['id'] : key) ?? holder;
    // A name that is given, not used.
    const given = ['key', ...(found === undefined ? [] : ['identifier', 'id'])];
    for (const [part, each] of Object.entries(value)) if (!given.includes(part)) walk(each, inside, holds);
  };

  const notePackage = (declaration: Node): void => {
    const { source, specifiers, typeOnly } = declaration as Node & { source?: Node; specifiers?: Node[] };
    const from = source?.['value'];
    if (typeof from !== 'string' || from.startsWith('.') || typeOnly === true) return;
    for (const each of specifiers ?? [])
      for (const end of ['local', 'imported', 'orig', 'exported']) {
        const name = nameOf(each[end]);
        if (name !== undefined) fromPackages.set(name, from);
      }
  };

  const noteInstance = ({ callee, arguments: given }: Node, within: SourceUnit): void => {
    const name = nameOf(isNode(callee) && callee.type === 'MemberExpression' ? callee['property'] : callee);
    if (name === undefined) return;
    const properties = within.makes.get(name) ?? new Set<string>();
    for (const each of keysIn(given)) properties.add(each);
    within.makes.set(name, properties);
  };

  walk(module.body, unit('', 'names', ''));
  return { units, fromPackages };
}

/** What is a unit of its own; a class has its constructor and fields in it. */
function unitOf(node: Node): Pick<SourceUnit, 'name' | 'runsBy'> | undefined {
  const named = (name: unknown, runsBy: SourceUnit['runsBy']): ReturnType<typeof unitOf> => {
    const text = nameOf(name);
    return text === undefined ? undefined : { name: text, runsBy };
  };
  const isFunction = (value: unknown): boolean => isNode(value) && functions.includes(value.type);
  switch (node.type) {
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
      return named(node['identifier'], 'names');
    case 'ClassMethod':
    case 'PrivateMethod':
      // A method that is only read loses its object, and a lint rule forbids that.
      return named(node['key'], node['kind'] === 'method' ? 'calls' : 'members');
    case 'MethodProperty':
      return named(node['key'], 'taken');
    case 'KeyValueProperty':
      return isFunction(node['value']) ? named(node['key'], 'taken') : undefined;
    case 'VariableDeclarator':
      return isFunction(node['init']) ? named(node['id'], 'names') : undefined;
    default:
      return undefined;
  }
}

/** "send" of `client.send`, `client?.send` and `super.send`. */
function memberName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'MemberExpression' || node.type === 'SuperPropExpression') return nameOf(node['property']);
  return memberName(node['base'] ?? node['expression']);
}

/** The names of properties of objects that are written out, at any depth. */
function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (!isRecord(value)) return [];
  const key = value['type'] === 'KeyValueProperty' ? nameOf(value['key']) : undefined;
  return [...(key === undefined ? [] : [key]), ...Object.values(value).flatMap(keysIn)];
}

function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'PrivateName') {
    const { value, id } = node as { value?: string; id?: { value: string } };
    return `#${value ?? id?.value ?? ''}`;
  }
  return typeof node['value'] === 'string' ? node['value'] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value['type'] === 'string';
}
