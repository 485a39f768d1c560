import { safeReturnTo } from '../../../../../console/web/session/return-to.ts';

describe('The page that somebody comes back to after signing in', () => {
  it('is the one that they wanted, with its query and its fragment', () => {
    expect(safeReturnTo('/simulator/bank?of=draft#caller=e30')).toBe('/simulator/bank?of=draft#caller=e30');
  });

  it.each(['//evil.example.com/', '/\\evil.example.com', 'https://evil.example.com', '', undefined])(
    'is the first page where %p was asked for',
    (wanted) => {
      expect(safeReturnTo(wanted)).toBe('/');
    },
  );
});
