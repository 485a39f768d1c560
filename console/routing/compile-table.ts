import { openPackedBranches } from '../../shared/adapters/packed-branches/open-packed-branches.ts';
import { packBranches } from '../../shared/adapters/packed-branches/pack-branches.ts';
import type { RoutingTableFile } from '../../shared/contracts/routing-table-file.ts';
import { planRuleIndex } from '../../shared/domain/routing/plan-rule-index.ts';
import type { RoutingTable } from '../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import { analyseTable } from './analysis/analyse-table.ts';
import { withWitnesses } from './analysis/with-witnesses.ts';
import type { ReadBranches } from './branch-file/read-branches.ts';
import { compileAttempts, reachSomebody } from './compile/attempts.ts';
import { compileBranches } from './compile/branches.ts';
import { compileContactCenters } from './compile/contact-centers.ts';
import { namedBranches } from './compile/named-branches.ts';
import { createNamedDestinations } from './compile/named-destinations.ts';
import { createPhoneBook } from './compile/phone-book.ts';
import { compileMenu } from './compile/menu.ts';
import { compileReasons } from './compile/reasons.ts';
import { compileRules } from './compile/rules.ts';
import { compileSchedules } from './compile/schedules.ts';
import { knownNames } from './compile/scope.ts';
import { compileService } from './compile/service.ts';
import { FindingList, type Finding, type Locate } from './findings.ts';

export type Compilation =
  | { readonly kind: 'compiled'; readonly table: RoutingTable; readonly warnings: readonly Finding[] }
  /** Errors, and the warnings beside them; the table as far as it goes, for looking into what is wrong. Never publish it. */
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[]; readonly table?: RoutingTable };

export interface CompileOptions {
  /** Schedules are compiled from here on, for 18 months. */
  readonly now: EpochMs;
  readonly locate?: Locate;
  /** What the branch file has, where the table names one. */
  readonly branches?: ReadBranches;
}

/** Turns a file into the table that calls are routed by, and checks everything that it names. */
export function compileTable(
  file: RoutingTableFile,
  { now, locate = () => undefined, branches: branchFile }: CompileOptions,
): Compilation {
  const findings = new FindingList(locateBranches(locate, branchFile));
  const phoneBook = createPhoneBook(file, findings);

  const reasons = compileReasons(file.reasons, findings);
  const menu = compileMenu(file, findings);
  const schedules = compileSchedules(file, { now, findings });
  const contactCenters = compileContactCenters(file.contactCenters, findings);
  const branches = compileBranches(file, {
    now,
    schedules,
    phoneBook,
    findings,
    ...(branchFile === undefined ? {} : { branches: branchFile }),
  });
  const scope = {
    known: knownNames(file, branches),
    phoneBook,
    destinations: createNamedDestinations(findings),
    findings,
  };
  const rules = compileRules(file.rules, scope);
  const defaultAttempts = compileAttempts(file.default.attempts, ['default', 'attempts'], scope);
  if (!reachSomebody(defaultAttempts))
    findings.error(
      'default-reaches-nobody',
      ['default', 'attempts'],
      'must have a contactCenter, a branch, a phone, a voicemail or a choice of these, so that every caller reaches somebody',
    );

  const defaultService = compileService(file.default, ['default'], findings);

  const directory = openPackedBranches(packBranches(branches));
  const table: RoutingTable = {
    name: file.name,
    ...(file.locale === undefined ? {} : { locale: file.locale }),
    reasons,
    rules,
    ruleIndex: planRuleIndex(rules),
    defaultAttempts,
    ...(defaultService === undefined ? {} : { defaultService }),
    ...(menu === undefined ? {} : { menu }),
    schedules,
    contactCenters,
    lookUps: Object.entries(file.lookUps).map(([id, { url }]) => ({ id, url })),
    branches: directory,
    namedBranches: namedBranches([...rules.flatMap(({ attempts }) => attempts), ...defaultAttempts], directory),
    dialling: { allow: file.dialling.allow, deny: file.dialling.deny ?? [] },
    callerId: phoneBook.parse(file.callerId),
  };
  analyseTable(table, { file, now, findings });
  const shown = withWitnesses(findings.all, { table, now });
  return findings.hasErrors
    ? { kind: 'invalid', findings: shown, table }
    : { kind: 'compiled', table, warnings: shown };
}

/** Branches stand in their own file, where there is one. */
function locateBranches(locate: Locate, branchFile: ReadBranches | undefined): Locate {
  if (branchFile === undefined) return locate;
  return (path) => {
    const [root, id, field] = path;
    if (root !== 'branches' || id === undefined) return locate(path);
    return branchFile.locate(String(id), field === undefined ? undefined : String(field)) ?? locate(['branches']);
  };
}
