import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as voice from '@aws-sdk/client-chime-sdk-voice';
import { matrixFile, withMatrix } from '../../../../../infra/local/support-matrix/matrix.ts';
import { actions } from '../../../../../infra/local/support-matrix/pstn-audio/actions.ts';
import { events } from '../../../../../infra/local/support-matrix/pstn-audio/events.ts';
import { limits } from '../../../../../infra/local/support-matrix/pstn-audio/limits.ts';
import { network } from '../../../../../infra/local/support-matrix/pstn-audio/network.ts';
import { idleNotes, operations } from '../../../../../infra/local/support-matrix/pstn-audio/operations.ts';
import type { Row } from '../../../../../infra/local/support-matrix/support.ts';

const root = new URL('../../../../../', import.meta.url);
const rows: readonly (readonly [string, Row])[] = [actions, events, limits, network, operations].flatMap((table) =>
  Object.entries(table),
);

describe('the support matrix', () => {
  it('stands in the README as the code has it (npm run support-matrix writes it)', () => {
    const text = readFileSync(matrixFile, 'utf8');

    expect(text).toBe(withMatrix(text));
  });

  it('has every operation that the client of the Voice API knows, and no other', () => {
    const known = Object.keys(voice)
      .filter((name) => /^[A-Z].*Command$/.test(name))
      .map((name) => name.replace(/Command$/, ''));

    expect(Object.keys(operations).toSorted()).toEqual(known.toSorted());
    expect(idleNotes()).toEqual([]);
  });

  it.each(rows.filter(([, { support }]) => support !== '❌'))(
    'names a test that shows it: %s',
    (_name, { shownBy = '' }) => {
      expect(existsSync(fileURLToPath(new URL(shownBy, root)))).toBe(true);
    },
  );

  it.each(Object.entries({ ...actions, ...events }))('names a test that speaks of it: %s', (name, { shownBy = '' }) => {
    const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const text = readFileSync(new URL(shownBy, root), 'utf8');

    expect([name, constant].some((each) => text.includes(each))).toBe(true);
  });
});
