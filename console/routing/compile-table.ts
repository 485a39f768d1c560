import type { RoutingTableFile } from '../../shared/contracts/routing-table-file.ts';
import type { Rule, RoutingTable } from '../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import { compileAttempts, reachesSomebody } from './compile/attempts.ts';
import { compileBranches } from './compile/branches.ts';
import { compileConditions } from './compile/conditions.ts';
import { createPhoneBook } from './compile/phone-book.ts';
import { checkReasons } from './compile/reasons.ts';
import { checkReachableRules, checkReasonsCovered } from './compile/rules.ts';
import { compileSchedules } from './compile/schedules.ts';
import type { Scope } from './compile/scope.ts';
import { FindingList, type Finding, type Locate } from './findings.ts';
import { readTableFile } from './read-table-file.ts';

export type Compilation =
  | { readonly kind: 'compiled'; readonly table: RoutingTable; readonly warnings: readonly Finding[] }
  /** Errors, and the warnings beside them. */
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[] };

export interface CompileOptions {
  /** Schedules are compiled from here on, for 18 months. */
  readonly now: EpochMs;
  readonly locate?: Locate;
}

/** Ids that explanations use for what is not a rule. */
const reservedRuleIds = ['default', 'default-destination'];

/** Reads and compiles the text of a table file, YAML or JSON. Never throws for what the text says. */
export function compileTableText(text: string, { now }: { readonly now: EpochMs }): Compilation {
  const reading = readTableFile(text);
  return reading.kind === 'read' ? compileTable(reading.file, { now, locate: reading.locate }) : reading;
}

/** Turns a file into the table that calls are routed by, and checks everything that it names. */
export function compileTable(file: RoutingTableFile, { now, locate = () => undefined }: CompileOptions): Compilation {
  const findings = new FindingList(locate);
  const phoneBook = createPhoneBook(file.dialling, findings);

  checkReasons(file, findings);
  const schedules = compileSchedules(file.schedules, { now, findings });
  const branches = compileBranches(file, { schedules, phoneBook, findings });
  const scope = { file, phoneBook, findings };
  const rules = compileRules(file, scope);
  const defaultAttempts = compileAttempts(file.default.attempts, ['default', 'attempts'], scope);
  if (!defaultAttempts.some(reachesSomebody)) {
    findings.error(
      'default-reaches-nobody',
      ['default', 'attempts'],
      'must have a contactCenter, a branch or a phone, so that every caller reaches somebody',
    );
  }
  checkReachableRules(rules, findings);
  checkReasonsCovered(file, rules, findings);

  const callerId = phoneBook.parse(file.callerId);
  if (findings.hasErrors) return { kind: 'invalid', findings: findings.all };
  const table = {
    name: file.name,
    reasons: Object.entries(file.reasons).map(([id, { name, synonyms = [] }]) => ({ id, name, synonyms })),
    rules,
    defaultAttempts,
    schedules,
    contactCenters: Object.entries(file.contactCenters).map(([id, { voiceConnector, ...rest }]) => ({
      id,
      voiceConnectorArn: voiceConnector,
      ...rest,
    })),
    branches,
    callerId,
  };
  return { kind: 'compiled', table, warnings: findings.all };
}

function compileRules(file: RoutingTableFile, scope: Scope): Rule[] {
  const seen = new Set<string>();
  return file.rules.map(({ id, when = {}, attempts }, index) => {
    const path = ['rules', index];
    if (reservedRuleIds.includes(id))
      scope.findings.error(
        'rule-id-reserved',
        [...path, 'id'],
        `"${id}" is what explanations call the default: choose another`,
      );
    if (seen.has(id))
      scope.findings.error('rule-id-twice', [...path, 'id'], `"${id}" is the id of an earlier rule: choose another`);
    seen.add(id);
    return {
      id,
      when: compileConditions(when, [...path, 'when'], scope),
      attempts: compileAttempts(attempts, [...path, 'attempts'], scope),
    };
  });
}
