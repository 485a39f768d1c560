import { GuardedState } from '../../../../../../../infra/local/pstn-audio/sip/transactions/guarded-state.ts';

describe('GuardedState', () => {
  it('moves only where its drawing says', () => {
    const state = new GuardedState('open', { open: ['shut'], shut: [] });

    state.become('shut');

    expect(state.current).toBe('shut');
    expect(() => state.become('open')).toThrow('no move from shut to open');
  });
});
