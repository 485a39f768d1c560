import fc from 'fast-check';
import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';
import { compile } from './compile-fixture.ts';

describe('compiling a table file', () => {
  it.each([
    {
      case: 'an unknown reason',
      replace: 'reason: [billing]',
      by: 'reason: [biling]',
      code: 'unknown-reference',
      path: 'rules[0].when.reason[0]',
      says: 'did you mean "billing"?',
    },
    {
      case: 'an unknown schedule in a condition',
      replace: '{ reason: [billing] }',
      by: '{ schedule: {office-hour: open} }',
      code: 'unknown-reference',
      path: 'rules[0].when.schedule.office-hour',
      says: 'did you mean "office-hours"?',
    },
    {
      case: 'an unknown schedule of a branch',
      replace: 'schedule: office-hours',
      by: 'schedule: nights',
      code: 'unknown-reference',
      path: 'branches.downtown.schedule',
      says: 'known: office-hours, always',
    },
    {
      case: 'an unknown contact centre',
      replace: '- contactCenter: support',
      by: '- contactCenter: sales',
      code: 'unknown-reference',
      path: 'rules[0].attempts[0].contactCenter',
      says: 'known: support',
    },
    {
      case: 'an unknown branch',
      replace: '- contactCenter: support',
      by: '- branch: uptown',
      code: 'unknown-reference',
      path: 'rules[0].attempts[0].branch',
      says: 'not a branch',
    },
    {
      case: 'a service that no branch offers',
      replace: '- contactCenter: support',
      by: '- nearestBranch: {service: cards, within: 9}',
      code: 'unknown-reference',
      path: 'rules[0].attempts[0].nearestBranch.service',
      says: 'known: accounts',
    },
    {
      case: 'a denied number',
      replace: '+12065550141',
      by: '+19005550141',
      code: 'number-not-allowed',
      path: 'branches.downtown.number',
      says: 'dialling.deny has +1900',
    },
    {
      case: 'a number of a country that is not allowed',
      replace: '+12065550141',
      by: '+442079460000',
      code: 'number-not-allowed',
      path: 'branches.downtown.number',
      says: 'dialling.allow (+1)',
    },
    {
      case: 'a phone that may not be dialled',
      replace: '- contactCenter: support',
      by: '- phone: {id: x, number: "+3530000000"}',
      code: 'number-not-allowed',
      path: 'rules[0].attempts[0].phone.number',
      says: 'dialling.allow',
    },
    {
      case: 'a rule called default',
      replace: 'id: bills',
      by: 'id: default',
      code: 'rule-id-reserved',
      path: 'rules[0].id',
      says: 'choose another',
    },
    {
      case: 'two rules of one id',
      replace: 'default:\n',
      by: '  - id: bills\n    attempts: [{contactCenter: support}]\ndefault:\n',
      code: 'rule-id-twice',
      path: 'rules[1].id',
      says: 'earlier rule',
    },
    {
      case: 'two reasons that begin alike',
      replace: 'schedules:\n',
      by: '  mortgage-loan: {name: a}\n  mortgage-loss: {name: b}\nschedules:\n',
      code: 'reason-hint-twice',
      path: 'reasons.mortgage-loss',
      says: '"mortgage-loan"',
    },
    {
      case: 'a default that reaches nobody',
      replace: 'default:\n  attempts:\n    - contactCenter: support',
      by: 'default:\n  attempts:\n    - meeting: adviser',
      code: 'default-reaches-nobody',
      path: 'default.attempts',
      says: 'reaches somebody',
    },
    {
      case: 'a schedule called always',
      replace: '  office-hours:\n',
      by: '  always: {timeZone: America/New_York, weekly: {}}\n  office-hours:\n',
      code: 'schedule-id-reserved',
      path: 'schedules.always',
      says: 'choose another id',
    },
    {
      case: 'a day that is given twice',
      replace: 'mon-fri: ["09:00-17:00"]',
      by: 'mon-fri: ["09:00-17:00"], wed: []',
      code: 'day-twice',
      path: 'schedules.office-hours.weekly.wed',
      says: 'wed',
    },
    {
      case: 'a holiday that is given twice',
      replace: '  office-hours:\n',
      by: '  office-hours:\n    holidays: [{date: 2026-12-25, name: a}, {date: 2026-12-25, name: b}]\n',
      code: 'holiday-twice',
      path: 'schedules.office-hours.holidays[1].date',
      says: '2026-12-25',
    },
  ])('refuses $case', ({ replace, by, code, path, says }) => {
    const compilation = compile(tableFileWith(replace, by));

    const errors =
      compilation.kind === 'invalid' ? compilation.findings.filter(({ severity }) => severity === 'error') : [];
    expect(errors).toEqual([
      expect.objectContaining({
        severity: 'error',
        code,
        path,
        message: expect.stringContaining(says),
        line: expect.any(Number),
        column: expect.any(Number),
      }),
    ]);
  });

  it('refuses the nearest branch where there are no branches', () => {
    const text = `name: b\ncallerId: "+14255550100"\ndialling: {allow: ["+1"]}\nrules: [{id: a, attempts: [{nearestBranch: {within: 5}}]}]\ndefault: {attempts: [{phone: {id: x, number: "+12065550100"}}]}\n`;

    const compilation = compile(text);

    expect(compilation).toMatchObject({ kind: 'invalid', findings: [{ code: 'no-branches', line: 4 }] });
  });

  it('collects all findings, in the order of the file', () => {
    const text = tableFileWith('reason: [billing]', 'reason: [x]')
      .replace('+12065550141', '+19005550141')
      .replace('schedule: office-hours', 'schedule: y');

    const compilation = compile(text);

    const found = compilation.kind === 'invalid' ? compilation.findings : [];
    expect(found.filter(({ severity }) => severity === 'error').map(({ path }) => path)).toEqual([
      'branches.downtown.number',
      'branches.downtown.schedule',
      'rules[0].when.reason[0]',
    ]);
  });

  it.each([
    {
      case: 'rules after one that fits everybody',
      replace: '    when: { reason: [billing] }\n    attempts:\n',
      by: '    attempts: [{contactCenter: support}]\n  - id: never\n    attempts:\n',
      code: 'rule-unreachable',
      path: 'rules[1].id',
    },
    {
      case: 'a reason that no rule asks for',
      replace: 'schedules:\n',
      by: '  mortgage: {name: a mortgage}\nschedules:\n',
      code: 'reason-only-default',
      path: 'reasons.mortgage',
    },
    {
      case: 'a branch that is never open',
      replace: 'mon-fri: ["09:00-17:00"]',
      by: 'mon-fri: []',
      code: 'branch-always-closed',
      path: 'branches.downtown.schedule',
    },
  ])('warns of $case', ({ replace, by, code, path }) => {
    const compilation = compile(tableFileWith(replace, by));

    expect(compilation).toMatchObject({ kind: 'compiled', warnings: [{ severity: 'warning', code, path }] });
  });

  it('never throws, whatever a file says', () => {
    const mangled = fc
      .tuple(
        fc.nat(smallTableFile.length),
        fc.nat(40),
        fc.oneof(
          fc.string({ maxLength: 20 }),
          fc.constantFrom('*a', '&a [*a]', '\n', '\t', '!!set', '{', '- ', '__proto__: 1', '"', '99:99-10:00'),
        ),
      )
      .map(([at, length, text]) => smallTableFile.slice(0, at) + text + smallTableFile.slice(at + length));

    fc.assert(
      fc.property(mangled, (text) => {
        const compilation = compile(text);
        return compilation.kind === 'compiled' || compilation.findings.some(({ severity }) => severity === 'error');
      }),
      { numRuns: 150 },
    );
  });
});
