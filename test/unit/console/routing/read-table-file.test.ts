import { readTableFile } from '../../../../console/routing/read-table-file.ts';
import { formatFinding } from '../../../../console/routing/findings.ts';
import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';

function problems(text: string): string[] {
  const reading = readTableFile(text);
  return reading.kind === 'invalid' ? reading.findings.map((finding) => formatFinding('bank.yaml', finding)) : [];
}

describe('reading a table file', () => {
  it('finds nothing wrong with a good one', () => {
    expect(problems(smallTableFile)).toEqual([]);
  });

  it.each([
    {
      case: 'a misspelt key',
      text: tableFileWith('when:', 'whne:'),
      problem: 'bank.yaml:21:5 error rules[0].whne "whne" is not known here – did you mean "when"? (unknown-key)',
    },
    {
      case: 'a number without quotes',
      text: tableFileWith('"+12065550141"', '+12065550141'),
      problem: 'bank.yaml:15:13 error branches.downtown.number must be text: put it in quotes (invalid-value)',
    },
    {
      case: 'a number without country code',
      text: tableFileWith('"+12065550141"', '"(206) 555-0141"'),
      problem:
        'bank.yaml:15:13 error branches.downtown.number must be a telephone number in E.164: "+12065550100"; this one has no "+" and country code in front (invalid-value)',
    },
    {
      case: 'a number as people write it',
      text: tableFileWith('"+12065550141"', '+1 206-555-0141'),
      problem:
        'bank.yaml:15:13 error branches.downtown.number must be a telephone number in E.164: "+12065550100"; without blanks and other signs: "+12065550141" (invalid-value)',
    },
    {
      case: 'something missing',
      text: tableFileWith('    services: [accounts]\n', ''),
      problem: 'bank.yaml:13:3 error branches.downtown.services is missing (missing)',
    },
    {
      case: 'something left empty',
      text: tableFileWith('services: [accounts]', 'services:'),
      problem: 'bank.yaml:17:5 error branches.downtown.services must be a list: put it in [ ] (invalid-value)',
    },
    {
      case: 'a time zone that is none',
      text: tableFileWith('America/New_York', 'America/NewYork'),
      problem:
        'bank.yaml:8:15 error schedules.office-hours.timeZone is not a time zone – did you mean "America/New_York"? (invalid-value)',
    },
    {
      case: 'an id that is none',
      text: tableFileWith('  billing:', '  Billing:'),
      problem:
        'bank.yaml:5:3 error reasons.Billing must start with a letter and have 1 to 32 characters a-z, 0-9 and "-" (invalid-key)',
    },
    {
      case: 'a key that is there twice',
      text: tableFileWith('default:', 'name: again\ndefault:'),
      problem: 'bank.yaml:24:1 error name is there twice, first in line 1: give it once (key-twice)',
    },
    {
      case: 'a tab',
      text: tableFileWith('  billing:', '\tbilling:'),
      problem:
        'bank.yaml:5:1 error neither YAML nor JSON: has a tab where a line begins: indent with blanks (not-yaml)',
    },
    {
      case: 'two documents',
      text: `${smallTableFile}---\n{}\n`,
      problem: 'bank.yaml:27:1 error neither YAML nor JSON: has a second document: take out the line "---" (not-yaml)',
    },
    {
      case: 'a list',
      text: '[]',
      problem:
        'bank.yaml:1:1 error must be an object with name, locale, callerId, dialling, patience, reasons, menu, holidayLists, schedules, contactCenters, lookUps, branches, rules, default (invalid-value)',
    },
    {
      case: 'an empty file',
      text: '# nothing yet\n',
      problem:
        'bank.yaml error the file is empty: a table has at least name, callerId, dialling and default (not-yaml)',
    },
  ])('says in one line where and what to do: $case', ({ text, problem }) => {
    const found = problems(text);

    expect(found).toEqual([problem]);
  });

  it('says where brackets were left open', () => {
    expect(problems('name: [')).toContainEqual(expect.stringContaining('bank.yaml:1:8 error neither YAML nor JSON'));
  });

  it('says everything at once', () => {
    const text = tableFileWith('callerId: "+14255550100"', 'callerId: 425')
      .replace('mon-fri', 'mo-fri')
      .replace('user: "+12065550150"', 'user: "a b"');

    const found = problems(text);

    expect(found.map((line) => line.split(' ')[2])).toEqual([
      'callerId',
      'schedules.office-hours.weekly.mo-fri',
      'contactCenters.support.user',
    ]);
  });

  it('says a hundred things at once, and how many more there are', () => {
    const rules = Array.from({ length: 150 }, () => '  - {}\n').join('');

    const found = problems(smallTableFile.replace(/rules:\n(?: {2}.*\n)+/, `rules:\n${rules}`));

    expect(found).toHaveLength(101);
    expect(found.at(-1)).toBe('bank.yaml error 200 more errors are not shown: mend these first (further-errors)');
  });

  it('refuses more than 10 MB without looking at it', () => {
    const found = problems('['.repeat(50_000_000));

    expect(found).toEqual([
      'bank.yaml error has 50.0 MB, and 10 MB are the most that is read: put the branches into a file of their own (branches: branches.csv) (file-too-large)',
    ]);
  });
});
