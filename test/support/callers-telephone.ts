import type { Hosts } from '../../infra/local/pstn-audio/objects/managed-objects.ts';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { startSoftPhone, type RingingCall, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';

const host = 'callers-telephone.test';

/** The telephone in the caller's pocket, which a bank can ring. */
export class CallersTelephone {
  /** E.164. */
  readonly number: string;
  readonly #phone: SoftPhone;
  #rings = Promise.withResolvers<RingingCall>();
  #call: PhoneCall | undefined;

  constructor(number: string, phone: SoftPhone) {
    this.number = number;
    this.#phone = phone;
    phone.onRing = (ringing) => this.#rings.resolve(ringing);
  }

  /** For LocalCloudOptions. */
  get hosts(): Hosts {
    return new Map([[host, this.#phone.address]]);
  }

  /** The same tenant, whose telephone network knows the way here. */
  readonly reachable = (tenant: Tenant): Tenant => {
    const { Pstn, ...config } = tenant.pstnAudio;
    const route = { Prefix: this.number, Host: host, Port: 5060, Protocol: 'UDP' } as const;
    return { ...tenant, pstnAudio: { ...config, Pstn: { ...Pstn, Routes: [route, ...Pstn.Routes] } } };
  };

  /** The next call that rings, or the one that has rung and was not asked for yet. */
  async rings(): Promise<RingingCall> {
    const ringing = await this.#rings.promise;
    this.#rings = Promise.withResolvers();
    return ringing;
  }

  /** Answers the next call. @throws Error when whoever called has given up. */
  async answers(): Promise<PhoneCall> {
    const call = await (await this.rings()).answer();
    if (call === undefined) throw new Error('whoever called has given up');
    this.#call = call;
    return call;
  }

  /** Ends the call that was answered last, if it is still up. */
  hangUp(): void {
    this.#call?.hangUp();
  }

  close(): Promise<void> {
    return this.#phone.close();
  }
}

/** @param number E.164. */
export async function startCallersTelephone(number: string): Promise<CallersTelephone> {
  const phone = await startSoftPhone({
    timers: systemTimers,
    ids: systemIds,
    name: 'Telephone of the caller',
    voiceHz: voices.caller,
  });
  return new CallersTelephone(number, phone);
}
