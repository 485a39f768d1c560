import { mergeBranches } from '../../../../../console/routing/branch-file/merge-branches.ts';
import { writeBranchFile } from '../../../../../console/routing/branch-file/write-branch-file.ts';
import { changedFields } from '../../../../../console/web/routing/branches/paste/changed-fields.ts';
import { mergeEdit, mergeWords } from '../../../../../console/web/routing/branches/paste/merge-edit.ts';
import { pastedFile } from '../../../../../console/web/routing/branches/paste/pasted-file.ts';
import { problemWords, readPasted } from '../../../../../console/web/routing/branches/paste/reading.ts';
import { austin, boise, tacoma, threeBranches } from './branches-fixture.ts';

describe('What is pasted', () => {
  const header = ['id', 'name', 'number', 'postalCode', 'services', 'schedule'];
  const row = ['boise', 'Boise, "the" first', '+12085550100', '83702', 'cards', 'always'];

  it.each([
    ['tabs, as spreadsheets copy', '\t', row],
    ['semicolons, as spreadsheets save in many countries', ';', row.with(1, '"Boise, ""the"" first"')],
    ['commas', ',', row.with(1, '"Boise, ""the"" first"')],
  ])('is read with %s', (_, separator, cells) => {
    const text = [header, cells].map((each) => each.join(separator)).join('\r\n');

    expect(readPasted(pastedFile(text))).toEqual({
      kind: 'read',
      branches: new Map([['boise', { ...boise, name: 'Boise, "the" first' }]]),
    });
  });

  it('keeps separators and line ends in quoted cells', () => {
    const { text } = pastedFile('id;name\na;"x;y\nz"\nb;c,d');

    expect(text).toBe('id,name\na,"x;y\nz"\nb,"c,d"');
  });

  it.each(['csv', 'geojson', 'yaml'] as const)('is known as %s without a name', (format) => {
    const text = writeBranchFile(format, threeBranches);

    expect(readPasted(pastedFile(text))).toEqual({ kind: 'read', branches: threeBranches });
  });

  it('is read by the end of its name when it is a file', () => {
    const text = writeBranchFile('csv', threeBranches).replaceAll(',', '\t');

    expect(readPasted(pastedFile(text, 'Branches 2026.TSV'))).toEqual({ kind: 'read', branches: threeBranches });
    expect(pastedFile('x', 'branches.docx').name).toBe('branches.docx');
    expect(readPasted(pastedFile('x', 'branches.docx'))).toMatchObject({ findings: [{ code: 'branch-file-kind' }] });
  });

  it('is refused as a whole, and each mistake told by its line', () => {
    const reading = readPasted(
      pastedFile(
        `${header.join('\t')}\nboise\tBoise\t12\t83702\tcards\talways\nX\tX\t+12085550100\t83702\tcards\talways`,
      ),
    );

    expect(reading.kind === 'invalid' ? reading.findings.map(problemWords) : []).toEqual([
      expect.stringMatching(/^line 2, row 1, column number: must be a telephone number/),
      expect.stringMatching(/^line 3, row 2, column id: must start with a letter/),
    ]);
  });
});

describe('Importing branches', () => {
  const brought = new Map([
    ['salem', { ...boise, name: 'Salem' }],
    ['tacoma', { ...tacoma, services: ['loans', 'cards'] }],
    ['boise', { schedule: 'always', services: ['cards'], postalCode: '83702', number: boise.number, name: 'Boise' }],
  ]);

  it('adds and changes, and leaves the others', () => {
    const merge = mergeBranches(threeBranches, brought, { replace: false });

    expect([...merge.branches.keys()]).toEqual(['tacoma', 'boise', 'austin', 'salem']);
    expect(merge).toMatchObject({ added: ['salem'], changed: ['tacoma'], removed: [], unchanged: 1 });
    expect(mergeEdit(merge)).toEqual({
      op: 'branches',
      set: { tacoma: brought.get('tacoma'), salem: brought.get('salem') },
      remove: [],
    });
    expect(mergeWords(merge)).toBe('imported 2 branches: 1 added, 1 changed');
  });

  it('removes those that are not brought when all are to be replaced', () => {
    const merge = mergeBranches(threeBranches, brought, { replace: true });

    expect(merge.removed).toEqual(['austin']);
    expect(merge.branches.has('austin')).toBe(false);
    expect(mergeEdit(merge)).toMatchObject({ remove: ['austin'] });
  });

  it('is no edit when all is as before', () => {
    const same = new Map([['austin', { ...austin, services: [...austin.services] }]]);

    expect(mergeEdit(mergeBranches(threeBranches, same, { replace: false }))).toBeUndefined();
  });

  it('tells what of a branch is another', () => {
    expect(changedFields(tacoma, { ...austin, name: 'Tacoma' })).toEqual([
      'number: +12535550100 → +15125550100',
      'place: 47.25, -122.44 → 30.27, -97.74',
      'services: cards loans → loans',
      'capacity: 4 → none',
    ]);
    expect(changedFields(tacoma, { ...tacoma, postalCode: '98402' })).toEqual(['postal code']);
  });
});
