import fc from 'fast-check';
import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';
import { compile, errorsOf } from './compile-fixture.ts';

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
      case: 'a default that only has words',
      replace: 'default:\n  attempts:\n    - contactCenter: support',
      by: 'default:\n  attempts:\n    - message: {id: sorry, words: Nobody is here.}',
      code: 'default-reaches-nobody',
      path: 'default.attempts',
      says: 'a voicemail',
    },
    {
      case: 'a default that ends before it reaches somebody',
      replace: 'default:\n  attempts:\n    - contactCenter: support',
      by: 'default:\n  attempts:\n    - meeting: adviser\n      onOutcome: {notAnswered: end, declined: end, unreachable: end, misconfigured: end}\n    - contactCenter: support',
      code: 'default-reaches-nobody',
      path: 'default.attempts',
      says: 'reaches somebody',
    },
    {
      case: 'a default that reaches somebody by luck only',
      replace: 'default:\n  attempts:\n    - contactCenter: support',
      by: 'default:\n  attempts:\n    - choice: {from: [{contactCenter: support, weight: 9}, {meeting: adviser, weight: 1}]}',
      code: 'default-reaches-nobody',
      path: 'default.attempts',
      says: 'a choice of these',
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
  ])('refuses $case', ({ replace, by, code, path, says }) => {
    const errors = errorsOf(tableFileWith(replace, by));

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

    expect(errorsOf(text)).toEqual([expect.objectContaining({ code: 'no-branches', line: 4 })]);
  });

  it.each([
    'voicemail: {id: box, words: Please speak.}',
    'choice: {from: [{contactCenter: support, weight: 9}, {voicemail: {id: box, words: a}, weight: 1}]}',
  ])('takes a default with %s', (attempt) => {
    const text = tableFileWith(
      'default:\n  attempts:\n    - contactCenter: support',
      `default:\n  attempts:\n    - ${attempt}`,
    );

    expect(errorsOf(text)).toEqual([]);
  });

  it('suggests a name among thousands', () => {
    const branches = Array.from(
      { length: 3_000 },
      (_, index) =>
        `  branch-${index}: {name: b, number: "+12065550100", coordinates: [1, 2], services: [x], schedule: always}\n`,
    );
    const text = tableFileWith('branches:\n', `branches:\n${branches.join('')}`).replace(
      '- contactCenter: support',
      '- branch: downtwon',
    );

    expect(errorsOf(text).map(({ message }) => message)).toEqual([expect.stringContaining('did you mean "downtown"?')]);
  });

  it('collects all findings, in the order of the file', () => {
    const text = tableFileWith('reason: [billing]', 'reason: [x]')
      .replace('+12065550141', '+19005550141')
      .replace('schedule: office-hours', 'schedule: y');

    const errors = errorsOf(text);

    expect(errors.map(({ path }) => path)).toEqual([
      'branches.downtown.number',
      'branches.downtown.schedule',
      'rules[0].when.reason[0]',
    ]);
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
