import { lookUpsOverHttp } from '../../../../../shared/adapters/http/look-ups-over-http.ts';
import type { SigningKeys } from '../../../../../shared/adapters/hmac/signing-keys.ts';
import type { LookUpAnswer, LookUpRequest, LookUps } from '../../../../../shared/ports/look-ups.ts';
import { LookUpService } from '../../../../support/look-up-service.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

export const lookUpKey = new Uint8Array(32).fill(7);

/** Our side and the operator's, on a clock that stands still. */
export class LookUpFixture {
  /** What questions are signed with from now on; undefined: it cannot be had. */
  keys: SigningKeys | undefined = { current: 'b', keys: new Map([['b', lookUpKey]]) };
  /** How often keys were to be made ready. */
  prepared = 0;
  readonly clock = new TimersFake();
  readonly service = new LookUpService(lookUpKey);
  readonly lookUps: LookUps = lookUpsOverHttp({
    keys: {
      atHand: () => this.keys,
      mayBeBehind: () => false,
      ready: async () => void (this.prepared += 1),
    },
    clock: this.clock,
    timers: this.clock,
  });

  ask(changes: Partial<LookUpRequest> = {}): Promise<LookUpAnswer> {
    return this.lookUps.ask({
      lookUpId: 'directory',
      url: this.service.url,
      idempotencyKey: '00000000-0000-4000-8000-000000000001-1',
      timeoutMs: 800,
      call: { transactionId: '00000000-0000-4000-8000-000000000001', ruleId: 'billing' },
      ...changes,
    });
  }
}
