import { tableFileWith } from '../../../support/table-file-builder.ts';
import { findingsOf } from './compile-fixture.ts';

/** Findings about the small table's contact centre, with these settings beside its user. */
function reportedFor(settings: string) {
  return findingsOf(tableFileWith('user: "+12065550150"', `user: "+12065550150", ${settings}`)).filter(({ path }) =>
    path.startsWith('contactCenters.support.'),
  );
}

describe('headers of a contact centre', () => {
  it.each([
    'headerProfile: isdn-pd',
    'headerProfile: azure, headerLimit: 256',
    'headerProfile: x-header, headerName: X-Context, headerLimit: 51',
    'headerProfile: rfc7433, headerLimit: 123',
    'headerProfile: none, headerLimit: 1',
    'headers: {X-Queue: cards, Diversion: "<sip:+12065550150@example.com>"}',
  ])('may be %s', (settings) => {
    expect(reportedFor(settings)).toEqual([]);
  });

  it.each([
    {
      settings: 'headerProfile: rfc7433, headerLimit: 122',
      code: 'header-profile-overrun',
      path: 'headerLimit',
      says: 'takes 123 characters with the longest context id, and 122 are allowed: headerProfile x-header would fit',
    },
    {
      settings: 'headerProfile: isdn-pd, headerLimit: 128',
      code: 'header-profile-overrun',
      path: 'headerLimit',
      says: 'rfc7433 or x-header would fit',
    },
    {
      settings: 'headerProfile: x-header, headerLimit: 50',
      code: 'header-profile-overrun',
      path: 'headerLimit',
      says: 'nothing fits, choose headerProfile none',
    },
    { settings: 'headerName: X-Context', code: 'header-invalid', path: 'headerName', says: 'belongs to the profile' },
    {
      settings: 'headerProfile: x-header, headerName: User-to-User',
      code: 'header-invalid',
      path: 'headerName',
      says: 'must begin with "X-"',
    },
    {
      settings: 'headerProfile: x-header, headerName: "X-Context Id"',
      code: 'header-invalid',
      path: 'headerName',
      says: 'must be x-*',
    },
    {
      settings: 'headerProfile: x-header, headerName: X-Amzn-Context',
      code: 'header-invalid',
      path: 'headerName',
      says: 'AWS keeps for itself',
    },
    { settings: 'headers: {Queue: cards}', code: 'header-invalid', path: 'headers.Queue', says: 'must be x-*' },
    { settings: 'headers: {X-AMZN-Queue: a}', code: 'header-invalid', path: 'headers.X-AMZN-Queue', says: 'AWS keeps' },
    { settings: 'headers: {X-Queue: "a\\r\\nb"}', code: 'header-invalid', path: 'headers.X-Queue', says: 'one line' },
    { settings: 'headers: {X-Queue: Zürich}', code: 'header-invalid', path: 'headers.X-Queue', says: 'must be ASCII' },
    { settings: 'headers: {X-Queue: " "}', code: 'header-invalid', path: 'headers.X-Queue', says: 'has no value' },
    {
      settings: `headers: {X-Queue: ${'a'.repeat(2049)}}`,
      code: 'header-invalid',
      path: 'headers.X-Queue',
      says: '2048 at most',
    },
    {
      settings: 'headerProfile: audiocodes, headers: {User-to-User: "00"}',
      code: 'header-invalid',
      path: 'headers.User-to-User',
      says: 'is for the context id',
    },
    {
      settings: 'headerProfile: x-header, headers: {x-call-context-id: "1"}',
      code: 'header-invalid',
      path: 'headers.x-call-context-id',
      says: 'is for the context id',
    },
    {
      settings: 'headers: {X-Queue: a, x-queue: b}',
      code: 'header-invalid',
      path: 'headers.x-queue',
      says: 'there already',
    },
  ])('are refused when they say $settings', ({ settings, code, path, says }) => {
    expect(reportedFor(settings)).toEqual([
      expect.objectContaining({
        severity: 'error',
        code,
        path: `contactCenters.support.${path}`,
        message: expect.stringContaining(says),
        line: expect.any(Number),
      }),
    ]);
  });

  it('may have a long name, which is reported', () => {
    const [finding, ...others] = reportedFor(`headerProfile: x-header, headerName: X-${'a'.repeat(29)}`);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', code: 'header-name-long' });
  });
});
