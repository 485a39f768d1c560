import { createRequire } from 'node:module';

// Jest brings it along.
const { default: Sequencer } = createRequire(createRequire(import.meta.url).resolve('jest-config'))(
  '@jest/test-sequencer',
);

/**
 * Templates first: they take the whole machine, and stories on real telephones, which come after them, want some of it left. Then the
 * longest story, lest all wait for it in the end.
 */
// oxlint-disable-next-line import/no-default-export -- jest asks for one
export default class Order extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (path.includes('/test/infra/') ? 0 : path.endsWith('every-reading.test.ts') ? 1 : 2);
    return super.sort(tests).toSorted((one, other) => rank(one) - rank(other));
  }
}
