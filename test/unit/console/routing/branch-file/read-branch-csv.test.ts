import { writeBranchFile } from '../../../../../console/routing/branch-file/write-branch-file.ts';
import { branchesOf, positionOf, problemsOf } from './branch-file-fixture.ts';

const header = 'id,name,number,latitude,longitude,services,schedule';
const downtown = 'downtown,Downtown,+12065550141,47.608,-122.3351,accounts;cards,always';

function problems(...lines: readonly string[]): string[] {
  return problemsOf('branches.csv', lines.join('\n'));
}

/** What is wrong with the second of three branches, when one text in its row is another. */
function problemsWith(text: string, replacement: string): string[] {
  const broken = 'north,North,+12065550142,47.7,-122.3,accounts,always'.replace(text, () => replacement);
  return problems(header, downtown, broken, downtown.replace('downtown', 'last'));
}

describe('reading branches from CSV', () => {
  it('reads a branch from each row', () => {
    expect(branchesOf('branches.csv', `${header}\n${downtown}\n`)).toEqual([
      [
        'downtown',
        {
          name: 'Downtown',
          number: '+12065550141',
          coordinates: [47.608, -122.3351],
          services: ['accounts', 'cards'],
          schedule: 'always',
        },
      ],
    ]);
  });

  it('takes columns in any order, in capitals too, and leaves out what is empty', () => {
    const text =
      'Schedule,CAPACITY,services,postalcode,country,number,name,id,latitude,longitude\nalways,,a,98101,,+12065550141, N ,n,,';

    expect(branchesOf('branches.csv', text)).toEqual([
      ['n', { name: 'N', number: '+12065550141', postalCode: '98101', services: ['a'], schedule: 'always' }],
    ]);
  });

  it('takes what spreadsheets write: a byte order mark, CRLF, quotes, blank rows', () => {
    const text = `\uFEFF${header}\r\n"downtown","Down, ""town""","+12065550141","47.6","-122.3","a","always"\r\n\r\n,,,,,,\r\n`;

    expect(branchesOf('branches.csv', text)).toMatchObject([['downtown', { name: 'Down, "town"' }]]);
  });

  it.each(['a;b;c', 'a|b|c', 'a b  c', 'a; b | c;'])('takes the services %j', (services) => {
    const text = `${header}\n${downtown.replace('accounts;cards', services)}`;

    expect(branchesOf('branches.csv', text)).toMatchObject([['downtown', { services: ['a', 'b', 'c'] }]]);
  });

  it.each([
    {
      text: '+12065550142',
      replacement: '1.2065550142E+10',
      problem:
        '3:13 row 2, column number must be a telephone number in E.164: "+12065550100"; a spreadsheet has rounded this one: format its column as text, and write the number again',
    },
    {
      text: '+12065550142',
      replacement: '12065550142',
      problem:
        '3:13 row 2, column number must be a telephone number in E.164: "+12065550100"; this one has no "+" and country code in front',
    },
    { text: '+12065550142', replacement: '', problem: '3:13 row 2, column number is missing' },
    { text: '47.7', replacement: '97.7', problem: '3:26 row 2, column latitude must be -90 to 90' },
    {
      text: '47.7',
      replacement: '',
      problem: '3:26 row 2, column latitude must be the latitude in degrees, with a decimal point',
    },
    {
      text: '47.7',
      replacement: '"47,7"',
      problem: '3:26 row 2, column latitude must be the latitude in degrees, with a decimal point',
    },
    {
      text: '-122.3',
      replacement: 'W122',
      problem: '3:31 row 2, column longitude must be the longitude in degrees, with a decimal point',
    },
    {
      text: '47.7,-122.3',
      replacement: ',',
      problem: '3:26 row 2, column latitude is missing: give coordinates or postalCode',
    },
    {
      text: 'accounts',
      replacement: 'accounts;Cards',
      problem: '3:38 row 2, column services must start with a letter and have 1 to 32 characters a-z, 0-9 and "-"',
    },
    {
      text: 'north',
      replacement: 'downtown',
      problem: '3:1 row 2, column id "downtown" is the id of the branch in line 2 too: give each its own',
    },
    { text: 'north', replacement: '', problem: '3:1 row 2, column id is missing' },
    {
      text: 'North',
      replacement: '"No, rth"x',
      problem: '3:1 row 2 has a quote inside a quoted field: write "" for it',
    },
    {
      text: 'North',
      replacement: 'No"rth',
      problem: '3:1 row 2 has a quote inside a field: put the whole field in quotes, and write "" for each quote in it',
    },
    {
      text: 'North',
      replacement: '"North',
      problem: '3:1 row 2 a quote is opened and not closed: close it, and write "" for a quote inside a field',
    },
    { text: ',North', replacement: '', problem: '3:1 row 2 has 6 fields, the header has 7: a comma is missing' },
    {
      text: 'North',
      replacement: 'No,rth',
      problem: '3:1 row 2 has 8 fields, the header has 7: a comma is too many; put a field that has one in quotes',
    },
  ])('says which row and column are wrong: $replacement for $text', ({ text, replacement, problem }) => {
    expect(problemsWith(text, replacement)).toEqual([problem]);
  });

  it.each([
    {
      case: 'misspelt',
      columns: header.replace('number', 'numbr'),
      found: ['1:9 header "numbr" is not known here – did you mean "number"?'],
    },
    {
      case: 'without a name',
      columns: `${header},`,
      found: ['1:53 header a column has no name: give it one, or take the column out'],
    },
    { case: 'there twice', columns: `${header},id`, found: ['1:53 header "id" is there twice: take one of them out'] },
    {
      case: 'missing',
      columns: header.replace(',schedule', ''),
      found: [
        '1:1 header has no column "schedule": the header is id,name,number,latitude,longitude,postalCode,country,services,schedule,capacity, in any order',
      ],
    },
    {
      case: 'missing, so that nobody knows where branches are',
      columns: header.replace(',longitude', ''),
      found: ['1:1 header says nowhere where branches are: give latitude and longitude, or postalCode'],
    },
    {
      case: 'parted by semicolons',
      columns: header.replaceAll(',', ';'),
      found: ['1:1 header has one column only: separate columns with commas, not with semicolons'],
    },
  ])('says of a header what is wrong with a column: $case', ({ columns, found }) => {
    expect(problems(columns, downtown)).toEqual(found);
  });

  it('says that a file is empty', () => {
    expect(problems('')).toEqual([
      'undefined:undefined  is empty: its first row has the names of the columns, id,name,number,latitude,longitude,postalCode,country,services,schedule,capacity',
    ]);
  });

  it('counts lines and rows over fields of several lines, blank rows and broken ones', () => {
    const found = problems(header, downtown.replace('Downtown', '"Down\r\ntown"'), '', 'a,b"c', 'broken', downtown);

    expect(found.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '2:10 row 1,',
      '5:1 row 2',
      '6:1 row 3',
      '7:1 row 4,',
    ]);
  });

  it('imports nothing of a file with one wrong row in a thousand, and tells of a hundred', () => {
    const rows = Array.from({ length: 1000 }, (_, index) =>
      downtown.replace('downtown', index === 500 ? 'X' : `b${index}`),
    );

    expect(problems(header, ...rows)).toHaveLength(1);
    expect(problems(header, ...rows.map((row) => row.replace('+', ''))).at(-1)).toBe(
      'undefined:undefined  901 more errors are not shown: mend these first',
    );
  });

  it('says where a branch stands, and each of its fields', () => {
    const file = {
      name: 'data/branches.csv',
      text: `\uFEFF${header}\r\n${downtown.replace('Downtown', '"a, b"')}\r\n`,
    };

    expect(positionOf(file, 'downtown')).toBe('data/branches.csv 2:1');
    expect(positionOf(file, 'downtown', 'number')).toBe('data/branches.csv 2:17');
    expect(positionOf(file, 'downtown', 'coordinates')).toBe('data/branches.csv 2:30');
    expect(positionOf(file, 'downtown', 'capacity')).toBe('data/branches.csv 2:1');
    expect(positionOf(file, 'elsewhere')).toBe('undefined undefined:undefined');
  });

  it('reads 20,000 branches and finds the last of them', () => {
    const branch = {
      name: 'B',
      number: '+12065550141',
      coordinates: [1, 2] as [number, number],
      services: ['a'],
      schedule: 'week',
    };
    const text = writeBranchFile('csv', new Map(Array.from({ length: 20_000 }, (_, index) => [`b${index}`, branch])));

    expect(positionOf({ name: 'branches.csv', text }, 'b19999', 'schedule')).toBe('branches.csv 20001:31');
  });
});
