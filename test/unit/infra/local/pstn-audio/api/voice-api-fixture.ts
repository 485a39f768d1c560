import * as sdk from '@aws-sdk/client-chime-sdk-voice';
import {
  startVoiceApi,
  type VoiceApi,
  type VoiceApiOptions,
} from '../../../../../../infra/local/pstn-audio/api/start-voice-api.ts';
import { Registry } from '../../../../../../infra/local/pstn-audio/objects/registry.ts';
import type {
  CallDesk,
  CallUpdateRequest,
  OutboundCallRequest,
} from '../../../../../../infra/local/pstn-audio/service/call-desk.ts';
import { idsFake } from '../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';
import { documentedStatus } from './documented-operations.ts';

export const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:sma';
export const nobody = '00000000-0000-4000-8000-999999999999';

/** A desk that notes what it is asked, and has one call under way. */
export class CallDeskFake implements CallDesk {
  readonly placed: OutboundCallRequest[] = [];
  readonly updates: CallUpdateRequest[] = [];
  readonly underWay = '00000000-0000-4000-8000-00000000ca11';
  isBusy = false;

  placeCall(request: OutboundCallRequest): { readonly transactionId: string } | 'busy' {
    if (this.isBusy) return 'busy';
    this.placed.push(request);
    return { transactionId: this.underWay };
  }

  updateCall(request: CallUpdateRequest): 'accepted' | undefined {
    if (request.transactionId !== this.underWay) return undefined;
    this.updates.push(request);
    return 'accepted';
  }
}

interface Parts {
  readonly api: VoiceApi;
  readonly registry: Registry;
  readonly timers: TimersFake;
  readonly desk: CallDeskFake;
}

/** The local API with a real SDK client on it. */
export class VoiceApiUnderTest {
  readonly api: VoiceApi;
  readonly registry: Registry;
  readonly timers: TimersFake;
  readonly desk: CallDeskFake;
  readonly #client: sdk.ChimeSDKVoiceClient;

  static async start(over: Partial<VoiceApiOptions> = {}): Promise<VoiceApiUnderTest> {
    const timers = new TimersFake();
    const registry = new Registry('111122223333', timers);
    const desk = new CallDeskFake();
    const api = await startVoiceApi({ registry, desk, timers, clock: timers, ids: idsFake(), ...over });
    return new VoiceApiUnderTest({ api, registry, timers, desk });
  }

  private constructor({ api, registry, timers, desk }: Parts) {
    this.api = api;
    this.registry = registry;
    this.timers = timers;
    this.desk = desk;
    this.#client = new sdk.ChimeSDKVoiceClient({
      endpoint: api.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
  }

  /** Sends by the real client; success must come with the status that the client's model has. */
  readonly send = (async (command: Parameters<sdk.ChimeSDKVoiceClient['send']>[0]) => {
    const output = await this.#client.send(command);
    expect(output.$metadata.httpStatusCode).toBe(documentedStatus(command.constructor.name.replace('Command', '')));
    return output;
  }) as sdk.ChimeSDKVoiceClient['send'];

  /** A SIP media application, made over the API; its id. */
  async createApplication(Name = 'main', AwsRegion = 'us-east-1'): Promise<string> {
    const Endpoints = [{ LambdaArn: functionArn.replace('us-east-1', AwsRegion) }];
    const { SipMediaApplication } = await this.send(
      new sdk.CreateSipMediaApplicationCommand({ Name, AwsRegion, Endpoints }),
    );
    return SipMediaApplication!.SipMediaApplicationId!;
  }

  /** A number of the account, ordered over the API. */
  async orderNumber(
    number: string,
    ProductType: sdk.PhoneNumberProductType = 'SipMediaApplicationDialIn',
  ): Promise<string> {
    await this.send(new sdk.CreatePhoneNumberOrderCommand({ ProductType, E164PhoneNumbers: [number] }));
    await this.send(new sdk.GetPhoneNumberCommand({ PhoneNumberId: number }));
    return number;
  }

  /** A Voice Connector, made over the API. */
  async createConnector(Name = 'office', RequireEncryption = false): Promise<sdk.VoiceConnector> {
    const { VoiceConnector } = await this.send(new sdk.CreateVoiceConnectorCommand({ Name, RequireEncryption }));
    return VoiceConnector!;
  }

  async close(): Promise<void> {
    this.#client.destroy();
    await this.api.close();
  }
}
