import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import type { Rule } from '../table-parts.ts';
import { ruleWords, sentenceOf } from './rule-words.ts';

/** Which rules are shown. */
export interface RuleFilter {
  /** Words that all must be in the rule's id or its sentence, in any case. */
  readonly words: string;
  readonly onlyWithFindings: boolean;
}

export const everyRule: RuleFilter = { words: '', onlyWithFindings: false };

/** What a rule is searched by is written once, and again when it changes. */
const texts = new WeakMap<Rule, string>();

export function fits(rule: Rule, { words, onlyWithFindings }: RuleFilter, findings: readonly FindingAnswer[]): boolean {
  if (onlyWithFindings && findings.length === 0) return false;
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const text = textOf(rule);
  return wanted.every((word) => text.includes(word));
}

export function filters({ words, onlyWithFindings }: RuleFilter): boolean {
  return onlyWithFindings || words.trim() !== '';
}

function textOf(rule: Rule): string {
  const known = texts.get(rule);
  if (known !== undefined) return known;
  const text = `${rule.id} ${sentenceOf(ruleWords(rule))}`.toLowerCase();
  texts.set(rule, text);
  return text;
}
