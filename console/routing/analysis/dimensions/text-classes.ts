import { run, unionOf, type AtomSet } from '../atom-set.ts';
import { mayBegin, type TextGrammar } from './text-grammar.ts';

interface Node {
  readonly children: Map<string, Node>;
  isPrefix: boolean;
  isValue: boolean;
}

/**
 * Texts, told apart by beginnings and by whole values. There is one class for each beginning (the texts that begin so and like
 * no longer one of the list), one for each value, and one for all other texts, the first. What begins alike is in
 * a row. Classes that no text of the grammar is in do not exist; a beginning that no text of the grammar has is taken as a text.
 */
export class TextClasses {
  /** A text of each class; a class's number is its index. */
  readonly examples: readonly string[];
  readonly #runs = new Map<string, AtomSet>();
  readonly #values = new Map<string, AtomSet>();

  constructor(
    grammar: TextGrammar,
    { prefixes, values = [] }: { readonly prefixes: Iterable<string>; readonly values?: Iterable<string> },
  ) {
    const root = newNode();
    root.isPrefix = true;
    for (const prefix of prefixes) nodeAt(root, prefix).isPrefix = true;
    for (const value of values) nodeAt(root, value).isValue = true;

    const examples: string[] = [];
    const number = (node: Node, text: string): void => {
      const first = examples.length;
      if (node.isPrefix) {
        const example = exampleIn(node, text, grammar) ?? (mayBegin(grammar, text) || node.isValue ? undefined : text);
        if (example !== undefined) examples.push(example);
      }
      if (node.isValue) {
        this.#values.set(text, [examples.length, examples.length + 1]);
        examples.push(text);
      }
      for (const [character, child] of node.children) number(child, text + character);
      if (node.isPrefix) this.#runs.set(text, run(first, examples.length));
    };
    number(root, '');
    this.examples = examples;
  }

  beginningWith(prefixes: readonly string[]): AtomSet {
    return unionOf(prefixes.map((prefix) => this.#runs.get(prefix) ?? []));
  }

  oneOf(values: readonly string[]): AtomSet {
    return unionOf(values.map((value) => this.#values.get(value) ?? []));
  }
}

/** A text that begins so, is no value of the list and begins like no longer prefix of it. */
function exampleIn(node: Node, text: string, grammar: TextGrammar): string | undefined {
  if (grammar.mayEnd(text) && !node.isValue) return text === '' ? text : shortestOrFuller(node, text, grammar);
  return further(node, text, grammar);
}

/** A whole number or code reads better than the least that could be one. */
function shortestOrFuller(node: Node, text: string, grammar: TextGrammar): string {
  return node.children.size === 0 ? grammar.complete(text) : text;
}

function further(node: Node, text: string, grammar: TextGrammar): string | undefined {
  const next = grammar.next(text);
  for (const character of next)
    if (!node.children.has(character)) {
      const complete = grammar.complete(text + character);
      if (grammar.mayEnd(complete)) return complete;
    }
  for (const character of next) {
    const child = node.children.get(character);
    if (child === undefined || child.isPrefix) continue;
    const example = exampleIn(child, text + character, grammar);
    if (example !== undefined) return example;
  }
  if (!grammar.open) return undefined;
  let code = 0x100;
  while (node.children.has(String.fromCharCode(code))) code += 1;
  return text + String.fromCharCode(code);
}

function nodeAt(root: Node, text: string): Node {
  let node = root;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    let child = node.children.get(character);
    if (child === undefined) node.children.set(character, (child = newNode()));
    node = child;
  }
  return node;
}

function newNode(): Node {
  return { children: new Map(), isPrefix: false, isValue: false };
}
