import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import { pathOfFinding } from './file-path.ts';

/** The parts of a table that the page has places for. */
export const tableParts = [
  { id: 'rules', title: 'Rules' },
  { id: 'schedules', title: 'Schedules' },
  { id: 'contact-centres', title: 'Contact centres' },
  { id: 'branches', title: 'Branches' },
  { id: 'menu', title: 'Menu & reasons' },
  { id: 'text', title: 'Text' },
  { id: 'history', title: 'History' },
] as const;
export type PartId = (typeof tableParts)[number]['id'];

export function isPart(id: string | undefined): id is PartId {
  return tableParts.some((part) => part.id === id);
}

const partOfKey: Readonly<Record<string, PartId>> = {
  rules: 'rules',
  default: 'rules',
  name: 'text',
  callerId: 'rules',
  dialling: 'rules',
  patience: 'rules',
  locale: 'rules',
  schedules: 'schedules',
  holidayLists: 'schedules',
  contactCenters: 'contact-centres',
  lookUps: 'contact-centres',
  branches: 'branches',
  reasons: 'menu',
  menu: 'menu',
};

/** Where a finding is shown and put right: a part of the page, and the rule or the thing with that id. */
export interface Place {
  readonly part: PartId;
  /** Index of the rule, or the id of the schedule, contact centre, reason … */
  readonly item?: number | string;
}

/** What cannot be read is put right in the text. */
export function placeOf({ path, file, rule }: FindingAnswer, ruleIds: readonly string[], isReadable: boolean): Place {
  if (file !== undefined) return { part: 'branches' };
  if (!isReadable) return { part: 'text' };
  const [key, item] = pathOfFinding(path);
  const part = typeof key === 'string' ? partOfKey[key] : undefined;
  const named = rule === undefined ? -1 : ruleIds.indexOf(rule);
  if (part === undefined) return named < 0 ? { part: 'text' } : { part: 'rules', item: named };
  if (key === 'default') return { part, item: 'default' };
  return key !== undefined && item !== undefined && key !== 'dialling' ? { part, item } : { part };
}

/** Findings of each rule by its index; `default` for the default rule. */
export function findingsByRule(
  findings: readonly FindingAnswer[],
  ruleIds: readonly string[],
): ReadonlyMap<number | 'default', readonly FindingAnswer[]> {
  const indexes = new Map(ruleIds.map((id, index) => [id, index]));
  const byRule = new Map<number | 'default', FindingAnswer[]>();
  for (const finding of findings) {
    const at = ruleOf(finding, indexes);
    if (at === undefined) continue;
    const those = byRule.get(at);
    if (those === undefined) byRule.set(at, [finding]);
    else those.push(finding);
  }
  return byRule;
}

function ruleOf(
  { path, file, rule }: FindingAnswer,
  indexes: ReadonlyMap<string, number>,
): number | 'default' | undefined {
  if (file !== undefined) return undefined;
  const [key, index] = pathOfFinding(path);
  if (key === 'rules' && typeof index === 'number') return index;
  if (key === 'default') return 'default';
  return key === undefined && rule !== undefined ? indexes.get(rule) : undefined;
}

const severities = ['error', 'warning', 'note'] as const;

/** Those without a place of their own first, then by severity, else as they are in the file. */
export function inOrder(findings: readonly FindingAnswer[]): readonly FindingAnswer[] {
  const rank = (finding: FindingAnswer): number =>
    severities.indexOf(finding.severity) + (finding.path.startsWith('rules[') ? severities.length : 0);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** "2 errors, 1 warning, 3 notes"; "nothing found". */
export function countWords(findings: readonly FindingAnswer[]): string {
  const counted = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counted.length === 0 ? 'nothing found' : counted.join(', ');
}
