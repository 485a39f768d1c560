import { formatFinding } from '../../../../console/routing/findings.ts';
import { readTableFile } from '../../../../console/routing/read-table-file.ts';
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
      problem: 'bank.yaml:5:3 error reasons.Billing must start with a letter',
    },
    {
      case: 'a key that is there twice',
      text: tableFileWith('default:', 'name: again\ndefault:'),
      problem: 'bank.yaml:24:1 error neither YAML nor JSON: Map keys must be unique (not-yaml)',
    },
    { case: 'brackets left open', text: 'name: [', problem: 'bank.yaml:1:8 error neither YAML nor JSON' },
    { case: 'an empty file', text: '# nothing yet\n', problem: 'bank.yaml error the file is empty' },
    { case: 'an alias of nothing', text: 'name: *x', problem: 'YAML aliases cannot be resolved' },
    { case: 'a list', text: '[]', problem: 'bank.yaml:1:1 error must be an object with name, callerId' },
  ])('says where and what to do: $case', ({ text, problem }) => {
    const found = problems(text);

    expect(found).toContainEqual(expect.stringContaining(problem));
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
});
