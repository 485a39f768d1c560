import type { services } from 'ask-sdk-model';
import { MemoryCallContextStore } from '../../../../shared/adapters/memory/memory-call-context-store.ts';
import type { CallContext } from '../../../../shared/domain/call-context.ts';
import { mayBeRung } from '../../../../shared/domain/callback-prefixes.ts';
import type { E164 } from '../../../../shared/domain/phone-number.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import type { CallContextStore } from '../../../../shared/ports/call-context-store.ts';
import type { CallIngress, CallRequest, CallStartResult } from '../../../../shared/ports/call-starter.ts';
import type { LinkedProfile } from '../../../../shared/ports/linked-profiles.ts';
import type { AlexaAccess } from '../../../../skill/alexa-access.ts';
import type { CallToPrepare, PrepareServices } from '../../../../skill/calling/prepare-call.ts';
import type { StartServices } from '../../../../skill/calling/start-call.ts';
import type { AlexaClients } from '../../../../skill/gathering/caller-facts.ts';
import { testCallContextIds } from '../../../support/call-context-builder.ts';
import { personalData } from '../../../support/personal-data.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

export const smaPhoneNumber = '+12065550199' as E164;

/** What Alexa's services answer: a value, nothing (204), or an HTTP status. */
export interface AlexaAnswers {
  readonly name?: string | number;
  readonly number?: { readonly countryCode: string; readonly phoneNumber: string } | number | 'hangs';
  readonly address?: object | number;
}

const { callerName, phoneNumber, street, postalCode } = personalData;
export const everything: AlexaAnswers = {
  name: callerName,
  number: { countryCode: '+1', phoneNumber: phoneNumber.slice(2) },
  address: { addressLine1: street, countryCode: 'US', stateOrRegion: 'WA', postalCode },
};

export const accessOf = (changes: Partial<AlexaAccess> = {}): AlexaAccess => ({
  apiEndpoint: 'http://127.0.0.1:9',
  apiAccessToken: personalData.accessToken,
  deviceId: 'amzn1.ask.device.EXAMPLE',
  userId: 'amzn1.ask.account.EXAMPLE',
  isPersonRecognised: false,
  geolocation: { kind: 'none' },
  ...changes,
});

/** The services of a call, with what they were asked, in order. */
export class CallUnderTest {
  readonly timers = new TimersFake();
  readonly store = new MemoryCallContextStore();
  readonly deeds: string[] = [];
  readonly stored: CallContext[] = [];
  readonly requests: CallRequest[] = [];
  readonly lines: string[] = [];
  alexa: AlexaAnswers = everything;
  linked: LinkedProfile | undefined;
  ways: readonly CallIngress[] = ['alexa-skill-call', 'alexa-smart-properties', 'callback'];
  result: CallStartResult | 'hangs' = { kind: 'started' };
  /** Takes the place of one of the store's answers. */
  atStore: Partial<Pick<CallContextStore, 'put' | 'order' | 'orderedFor'>> = {};
  readonly services: PrepareServices & StartServices;

  constructor(changes: Pick<PrepareServices, 'getReadyToCall'> = {}) {
    const { timers, store, deeds } = this;
    this.services = {
      linkedProfiles: { of: async () => this.linked },
      callContexts: {
        put: async (context) => {
          deeds.push('put');
          await (this.atStore.put ?? ((each) => store.put(each)))(context);
          this.stored.push(context);
        },
        orderedFor: async (...asked) => {
          deeds.push('earlier calls');
          return await (this.atStore.orderedFor ?? ((...each) => store.orderedFor(...each)))(...asked);
        },
        order: async (id, order) => {
          deeds.push('order');
          return await (this.atStore.order ?? ((...each) => store.order(...each)))(id, order);
        },
      },
      callbacksPerHour: 5,
      callContextIds: testCallContextIds(),
      callStarters: () =>
        this.ways.map((ingress) => ({
          ingress,
          ...(ingress === 'callback' ? { reaches: (number: E164) => mayBeRung(number) } : {}),
          start: async (request) => {
            deeds.push(`start ${ingress}`);
            this.requests.push(request);
            const { result } = this;
            return result === 'hangs' ? await new Promise(() => {}) : result;
          },
        })),
      smaPhoneNumber,
      reasonsWithPlace: ['branch-visit'],
      clock: timers,
      timers,
      logger: createLogger({ clock: timers, write: (line) => void this.lines.push(line) }),
      ...changes,
    };
  }

  toPrepare(changes: Partial<CallToPrepare> = {}): CallToPrepare {
    return {
      draft: { way: 'call', reason: { id: 'billing', name: 'a bill', words: personalData.words } },
      access: accessOf(),
      clients: this.#clients(),
      locale: 'en-US',
      ...changes,
    };
  }

  #clients(): AlexaClients {
    const asked = (what: string, answer: unknown) => async (): Promise<never> => {
      this.deeds.push(what);
      if (answer === 'hangs') return await new Promise(() => {});
      if (typeof answer === 'number') throw Object.assign(new Error('refused'), { statusCode: answer });
      return answer as never;
    };
    const profile = {
      getProfileName: () => asked('name', this.alexa.name)(),
      getProfileMobileNumber: () => asked('number', this.alexa.number)(),
    };
    const addresses = {
      getFullAddress: () => asked('address', this.alexa.address)(),
      getCountryAndPostalCode: () => asked('postal code', this.alexa.address)(),
    };
    return {
      getUpsServiceClient: () => profile as unknown as services.ups.UpsServiceClient,
      getDeviceAddressServiceClient: () => addresses as unknown as services.deviceAddress.DeviceAddressServiceClient,
    };
  }
}
