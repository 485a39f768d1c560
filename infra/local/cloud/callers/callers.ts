import { createHash } from 'node:crypto';
import type { PlaceCallRequest, PlaceCallResponse } from '../../../../shared/contracts/local-cloud-api.ts';
import type { Timer, Timers } from '../../../../shared/ports/timers.ts';
import type { PlacedCall } from '../../alexa/device/device.ts';
import type { Alexa } from '../../alexa/service/start-alexa.ts';
import type { SoftPhone } from '../../phone/soft-phone.ts';
import type { PstnAudio } from '../../pstn-audio/service/pstn-audio.ts';
import type { Tenant } from '../tenant.ts';
import type { BegunCalls } from './begun-calls.ts';
import type { BorrowedAccount, Borrower } from './borrowed-account.ts';
import { callInWords } from './call-in-words.ts';
import { planCall, type CallPlan } from './caller-facts.ts';
import { readSpokenModel, type SpokenModel } from './spoken-reasons.ts';

export interface CallersOptions {
  readonly tenant: Pick<Tenant, 'skill' | 'account' | 'reasonsWithPlace' | 'smaPhoneNumber'>;
  readonly alexa: Alexa;
  readonly account: BorrowedAccount;
  /** A telephone of their own. */
  readonly phone: SoftPhone;
  readonly pstnAudio: Pick<PstnAudio, 'address'>;
  readonly begun: BegunCalls;
  readonly timers: Timers;
}

export type PlaceCallOutcome =
  | ({ readonly kind: 'placed' } & PlaceCallResponse)
  /** No call has begun, for this reason, in words. */
  | { readonly kind: 'refused'; readonly because: string };

type SkillCallPlan = Extract<CallPlan, { kind: 'alexa' }>;
type PhoneCallPlan = Extract<CallPlan, { kind: 'phone' }>;
/** What has been dialled. */
interface Placed {
  readonly transactionId: Promise<string | undefined>;
  readonly hangUp: () => void;
}

/** How long anything of a call may take before it counts as not happening. A function is asked twice in 10 s. */
const patienceMs = 15_000;
/** Alexa asks for the account, whether all is right, and perhaps for a permission or two. */
const mostTurns = 6;
const usualHangUpSeconds = 60;
const geolocationScope = 'alexa::devices:all:geolocation:read';

/** People who call because an operator wants to see such a call: one after another, over the Echo or a telephone of their own. */
export class Callers {
  readonly #options: CallersOptions;
  readonly #hangUps = new Map<Timer, () => void>();
  #last: Promise<unknown> = Promise.resolve();
  #model: Promise<SpokenModel> | undefined;
  #echoCalls: ((call: PlacedCall) => void) | undefined;

  constructor(options: CallersOptions) {
    this.#options = options;
  }

  /** To be told of what the Echo calls. */
  readonly onCall = (call: PlacedCall): void => this.#echoCalls?.(call);

  /** Has somebody call. Resolves when the call has begun, and lets it go on; waits for callers who were asked before. */
  place(request: PlaceCallRequest): Promise<PlaceCallOutcome> {
    const placed = this.#last.then(() => this.#place(request));
    this.#last = placed.catch(() => undefined);
    return placed;
  }

  /** Everybody hangs up who has not yet. */
  hangUp(): void {
    for (const [timer, hangUp] of this.#hangUps) {
      timer.cancel();
      hangUp();
    }
    this.#hangUps.clear();
  }

  async #place(request: PlaceCallRequest): Promise<PlaceCallOutcome> {
    const { skill, reasonsWithPlace } = this.#options.tenant;
    this.#model ??= readSpokenModel(skill.modelsFolder, skill.locale);
    const model = await this.#model;
    const plan = planCall(request, { locale: skill.locale, reasons: model.reasons, reasonsWithPlace });
    if (plan.kind === 'refused') return plan;
    const placed = plan.kind === 'alexa' ? await this.#bySkill(plan, model.invocationName) : await this.#byPhone(plan);
    if (placed === undefined)
      return { kind: 'refused', because: 'Alexa has placed no call: npm run talk shows what she asks this caller.' };
    const transactionId = await placed.transactionId;
    if (transactionId === undefined) {
      placed.hangUp();
      return {
        kind: 'refused',
        because: 'The call was placed, and PSTN Audio has not told the function of it in time.',
      };
    }
    this.#hangUpAfter(request.hangUpAfterSeconds ?? usualHangUpSeconds, placed);
    return { kind: 'placed', transactionId, notCarried: [...plan.notCarried] };
  }

  async #byPhone({ phoneNumber = 'anonymous' }: PhoneCallPlan): Promise<Placed> {
    const { phone, pstnAudio, begun, tenant } = this.#options;
    const { host, port } = pstnAudio.address;
    const transactionId = begun.next({ from: phoneNumber }, patienceMs);
    const dialled = await phone.dial({
      target: pstnAudio.address,
      requestUri: `sip:${tenant.smaPhoneNumber}@${host}:${port}`,
      from: `sip:${phoneNumber}@${phone.address.host}:${phone.address.port}`,
    });
    return { transactionId, hangUp: () => dialled.hangUp() };
  }

  /** Undefined when the conversation has led to no call. */
  async #bySkill(plan: SkillCallPlan, invocationName: string): Promise<Placed | undefined> {
    const { alexa, account, begun, tenant } = this.#options;
    const { household } = alexa;
    const wasAt = household.geolocation;
    const wasGranted = household.grantedPermissions;
    const { promise: called, resolve } = Promise.withResolvers<Placed>();
    this.#echoCalls = (call) =>
      resolve({
        transactionId: begun.next({ userToUser: call.userToUser }, patienceMs),
        hangUp: () => call.hangUp(),
      });
    try {
      account.lend(borrowerOf(plan, tenant.account));
      if (plan.point !== undefined) {
        const { latitude: latitudeInDegrees, longitude: longitudeInDegrees } = plan.point;
        household.grant([geolocationScope]);
        household.geolocation = { coordinate: { latitudeInDegrees, longitudeInDegrees, accuracyInMeters: 10 } };
      }
      return (await this.#talk(plan, invocationName)) ? await this.#inTime(called) : undefined;
    } finally {
      this.#echoCalls = undefined;
      household.geolocation = wasAt;
      household.allowOnly(wasGranted);
      account.lend({});
    }
  }

  /** Whether Alexa has let the caller go without a question more. */
  async #talk({ reason, accountNumber }: SkillCallPlan, invocationName: string): Promise<boolean> {
    const { alexa } = this.#options;
    const words = callInWords(invocationName, reason, accountNumber);
    // Another conversation that is still open would take the opening for an answer.
    let turn = await alexa.say(words.opening);
    for (let turns = 1; turns < mostTurns && turn.sessionOpen; turns += 1)
      turn = await alexa.say(turns === 1 && turn.consent === undefined ? words.accountNumber : words.consent);
    if (!turn.sessionOpen) return true;
    await alexa.say('stop');
    return false;
  }

  #inTime<Value>(work: Promise<Value>): Promise<Value | undefined> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = this.#options.timers.after(patienceMs, () => resolve(undefined));
    return Promise.race([work, late]).finally(() => timer.cancel());
  }

  #hangUpAfter(seconds: number, { hangUp }: Placed): void {
    const timer = this.#options.timers.after(seconds * 1000, () => {
      this.#hangUps.delete(timer);
      hangUp();
    });
    this.#hangUps.set(timer, hangUp);
  }
}

/** The same caller is the same customer of Alexa's each time: by what the skill may learn of them. */
function borrowerOf({ callerName, phoneNumber, place }: SkillCallPlan, owner: Tenant['account']): Borrower {
  const { device, customer } = owner;
  const { address: ownAddress, ...anyDevice } = device;
  const address =
    place === undefined
      ? ownAddress
      : place === 'nowhere'
        ? undefined
        : {
            ...given('countryCode', place.countryCode),
            ...given('stateOrRegion', place.stateOrRegion),
            ...given('postalCode', place.postalCode),
          };
  return {
    ...(callerName === undefined && phoneNumber === undefined ? {} : { userId: userIdOf(callerName, phoneNumber) }),
    customer: {
      ...customer,
      ...(callerName === undefined ? {} : { name: callerName, givenName: callerName.split(' ')[0] ?? callerName }),
      ...(phoneNumber === undefined ? {} : { mobileNumber: { countryCode: '', phoneNumber } }),
    },
    device: { ...anyDevice, ...(address === undefined ? {} : { address }) },
  };
}

function userIdOf(...facts: readonly (string | undefined)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex').toUpperCase();
  return `amzn1.ask.account.${hash}`;
}

function given<Name extends string>(name: Name, value: string | undefined): { readonly [Key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]?: string });
}
