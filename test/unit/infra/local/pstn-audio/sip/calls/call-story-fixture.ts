import type { Story } from '../../../../../../support/sip-stories.ts';

/** Both close, and leave nothing behind that would still run. */
export async function endQuietly({ alice, bob, timers }: Story): Promise<void> {
  await Promise.all([alice.close(), bob.close()]);
  await timers.advanceBy(1000);
  expect(timers.pending).toBe(0);
}
