import type { Finding } from '../../../../../console/routing/findings.ts';
import { callerOfFile } from '../../../../../shared/contracts/caller-file.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { smallTableFile } from '../../../../support/table-file-builder.ts';
import { compile } from '../compile-fixture.ts';

/** The small table with other rules, and more definitions before them. */
function analysed(
  rules: string,
  definitions = '',
): { findings: readonly Finding[]; takenBy: (finding: Finding) => string } {
  const text = `${smallTableFile.replace('schedules:\n', weekends).replace(/rules:\n[^]*default:/, `rules:\n${rules}\ndefault:`)}${definitions}`;
  const compilation = compile(text);
  if (compilation.kind === 'invalid') throw new Error(JSON.stringify(compilation.findings));
  const indexed = indexTable(compilation.table);
  return {
    findings: compilation.warnings,
    takenBy({ witness }) {
      if (witness === undefined) throw new Error('the finding has no witness');
      return decide(indexed, callerOfFile(witness.context), epochMs(Date.parse(witness.at)), witness.seed).plan.ruleId;
    },
  };
}

const weekends = `schedules:\n  weekends: {timeZone: America/New_York, weekly: {sat: ["10:00-14:00"]}}\n`;
const to = 'attempts: [{contactCenter: support}]';
const toMeeting = 'attempts: [{meeting: advisers}]';
const tenZips = Array.from({ length: 10 }, (_, digit) => `"98${digit}"`).join(', ');

describe('analysing a table', () => {
  it.each([
    {
      case: 'a rule that one earlier rule shadows',
      rules: `
  - {id: english, when: {locale: [en]}, ${toMeeting}}
  - {id: americans, when: {locale: [en-US], state: [WA]}, ${to}}`,
      code: 'rule-shadowed',
      path: 'rules[1].id',
      coveredBy: ['english'],
    },
    {
      case: 'a rule whose callers two earlier rules take, the one by day and the other by night',
      rules: `
  - {id: day, when: {reason: [billing], schedule: {office-hours: open}}, ${toMeeting}}
  - {id: night, when: {reason: [billing], schedule: {office-hours: closed}}, ${toMeeting}}
  - {id: bills, when: {reason: [billing]}, ${to}}`,
      code: 'rule-unreachable',
      path: 'rules[2].id',
      coveredBy: ['day', 'night'],
    },
    {
      case: 'a rule for all numbers between two ranges that meet',
      rules: `
  - {id: low, when: {attribute: {balance: {below: 100}}}, ${toMeeting}}
  - {id: high, when: {attribute: {balance: {from: 100}}}, ${toMeeting}}
  - {id: middle, when: {attribute: {balance: {from: 50, below: 150}}}, ${to}}`,
      code: 'rule-unreachable',
      path: 'rules[2].id',
      coveredBy: ['low', 'high'],
    },
    {
      case: 'a rule for a postal prefix each of whose ten continuations is taken',
      rules: `
  - {id: ten, when: {postalPrefix: [${tenZips}]}, ${toMeeting}}
  - {id: seattle, when: {postalPrefix: ["98"]}, ${to}}`,
      code: 'rule-shadowed',
      path: 'rules[1].id',
      coveredBy: ['ten'],
    },
    {
      case: 'a rule that one of those before it takes all callers of, though others take some',
      rules: `
  - {id: gold, when: {attribute: {tier: [gold]}}, ${toMeeting}}
  - {id: pilot, when: {share: 10}, ${toMeeting}}
  - {id: bills, when: {reason: [billing]}, ${toMeeting}}
  - {id: late, when: {reason: [billing], state: [WA]}, ${to}}`,
      code: 'rule-shadowed',
      path: 'rules[3].id',
      coveredBy: ['bills'],
    },
  ])('finds $case, with a caller whom they take', ({ rules, code, path, coveredBy }) => {
    const { findings, takenBy } = analysed(rules);

    const found = findings.filter((finding) => finding.severity === 'warning' && finding.path.startsWith('rules'));
    expect(found).toEqual([expect.objectContaining({ code, path, coveredBy, line: expect.any(Number) })]);
    expect(coveredBy).toContain(takenBy(found[0]!));
  });

  it('finds conditions that cannot hold together, with a caller for whom all others hold', () => {
    const { findings, takenBy } = analysed(`
  - {id: both, when: {state: [WA], schedule: {office-hours: open, weekends: open}}, ${to}}
  - {id: washington, when: {state: [WA]}, ${toMeeting}}`);

    const [found] = findings.filter(({ code }) => code === 'rule-contradictory');
    expect(found).toMatchObject({
      severity: 'warning',
      path: 'rules[0].id',
      message: expect.stringContaining('schedule weekends (open)'),
      witness: { context: { location: { stateOrRegion: 'WA' } } },
    });
    expect(new Date(found!.witness!.at).getUTCDay()).not.toBe(0);
    expect(takenBy(found!)).toBe('washington');
  });

  it('shows a caller by the lot that puts them in the share', () => {
    const { findings, takenBy } = analysed(`
  - {id: pilot, when: {reason: [billing], share: 1}, attempts: [{contactCenter: support, timeout: 120}, {contactCenter: support, timeout: 120}]}`);

    const [long] = findings.filter(({ code }) => code === 'ring-time-exceeds-patience');
    expect(long).toMatchObject({ path: 'rules[0].attempts', rule: 'pilot', message: expect.stringContaining('240 s') });
    expect(takenBy(long!)).toBe('pilot');
  });

  it.each([
    {
      case: 'that no rule ever takes',
      rules: `  - {id: gold, when: {reason: [other]}, ${toMeeting}}`,
      code: 'reason-only-default',
      severity: 'warning',
    },
    {
      case: 'that no rule takes at night',
      rules: `  - {id: day, when: {reason: [billing], schedule: {office-hours: open}}, ${toMeeting}}`,
      code: 'reason-sometimes-default',
      severity: 'note',
    },
  ])('finds a reason $case', ({ rules, code, severity }) => {
    const { findings, takenBy } = analysed(rules);

    const found = findings.filter(({ path }) => path.startsWith('reasons'));
    expect(found).toEqual([expect.objectContaining({ code, severity, path: 'reasons.billing' })]);
    expect(found[0]!.witness!.context.reason).toEqual({ id: 'billing' });
    expect(takenBy(found[0]!)).toBe('default');
  });

  it('finds callers without a reason whom only the default takes', () => {
    const { findings, takenBy } = analysed(`  - {id: bills, when: {reason: [billing]}, ${toMeeting}}`);

    const [found] = findings.filter(({ code }) => code === 'callers-only-default');
    expect(found).toMatchObject({ severity: 'note', witness: { context: { ingress: 'phone' } } });
    expect(takenBy(found!)).toBe('default');
  });

  it('finds a rule without which nothing would be different', () => {
    const { findings, takenBy } = analysed(`
  - {id: bills, when: {reason: [billing]}, ${to}}
  - {id: gold, when: {attribute: {tier: [gold]}}, ${toMeeting}}
  - {id: washington, when: {state: [WA]}, ${to}}`);

    const found = findings.filter(({ code }) => code === 'rule-redundant');
    expect(found.map(({ rule }) => rule)).toEqual(['washington']);
    expect(takenBy(found[0]!)).toBe('washington');
  });

  it('finds a rule that looks for open branches when all are closed', () => {
    const { findings, takenBy } = analysed(`
  - {id: night, when: {schedule: {office-hours: closed}}, attempts: [{nearestBranch: {within: 50}}]}
  - {id: day, when: {schedule: {office-hours: open}}, attempts: [{nearestBranch: {within: 50}}]}`);

    const found = findings.filter(({ code }) => code === 'rule-nobody-open');
    expect(found.map(({ rule }) => rule)).toEqual(['night']);
    expect(takenBy(found[0]!)).toBe('night');
  });

  it('finds what is defined and not used', () => {
    const { findings } = analysed(
      `  - {id: bills, when: {reason: [billing]}, ${toMeeting}}`,
      'lookUps: {on-duty: {url: "https://duty.example.com/"}}\n',
    );

    expect(findings.filter(({ code }) => code === 'destination-unused')).toEqual([
      expect.objectContaining({ path: 'schedules.weekends' }),
      expect.objectContaining({ path: 'lookUps.on-duty', severity: 'note', witness: expect.anything() }),
    ]);
  });
});
