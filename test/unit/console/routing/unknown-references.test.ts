import { checkReference } from '../../../../console/routing/compile/scope.ts';
import { FindingList } from '../../../../console/routing/findings.ts';

function listed(): FindingList {
  return new FindingList(() => undefined);
}

describe('names that stand for nothing', () => {
  const known = Array.from({ length: 1_900 }, (_, index) => `opening-hours-of-region-${index}`);

  it.each([
    { case: 'a list', names: known },
    { case: 'a set', names: new Set(known) },
  ])('are told a hundred thousand times over, quickly, with what $case has nearest', ({ names }) => {
    const findings = listed();

    for (let index = 0; index < 100_000; index += 1)
      checkReference('opening-hours-of-regoin-1200', names, { what: 'a schedule', path: [index], findings });

    expect(findings.all).toHaveLength(100_000);
    expect(findings.all.at(-1)).toMatchObject({
      code: 'unknown-reference',
      path: '[99999]',
      message:
        '"opening-hours-of-regoin-1200" is not a schedule of this file – did you mean "opening-hours-of-region-1200"?',
    });
  });

  it('are held against the names of their own kind', () => {
    const findings = listed();

    checkReference('suport', ['support'], { what: 'a contact centre', path: [0], findings });
    checkReference('suport', ['sport'], { what: 'a branch', path: [1], findings });

    expect(findings.all.map(({ message }) => message.split('did you mean ')[1])).toEqual(['"support"?', '"sport"?']);
  });
});
