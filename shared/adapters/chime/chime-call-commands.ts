import type * as voice from './chime-voice-client.ts';
import type { Logger } from '../../observability/logger.ts';
import type { CallCommandSigner, CallCommands, CommandResult } from '../../ports/call-commands.ts';
import type { Clock } from '../../ports/clock.ts';

export interface ChimeCallCommandsOptions {
  readonly signer: CallCommandSigner;
  readonly clock: Clock;
  readonly log: Logger;
  /** From sending a request to the end of its answer, per attempt; 1,000 by default. There are two attempts at most. */
  readonly requestTimeoutMs?: number;
}

type Sdk = typeof voice;

/** What can be told from an error of the API (Amazon Chime SDK API reference, UpdateSipMediaApplicationCall). */
const resultOf: Readonly<Record<string, Exclude<CommandResult['kind'], 'accepted'>>> = {
  NotFoundException: 'callNotFound',
  // Of an account's Region, and of the account: either passes.
  ThrottledClientException: 'throttled',
  ResourceLimitExceededException: 'throttled',
};

/**
 * Commands over UpdateSipMediaApplicationCall, signed. The SDK's client is loaded with the first command, and kept for each Region:
 * most invocations of a function that could send commands send none. The same command may be sent twice by the SDK, with the same
 * commandId.
 */
export function chimeCallCommands(options: ChimeCallCommandsOptions): CallCommands {
  const { signer, clock, log, requestTimeoutMs = 1000 } = options;
  const clients = new Map<string, voice.ChimeSDKVoiceClient>();

  const clientFor = (sdk: Sdk, region: string): voice.ChimeSDKVoiceClient => {
    const client =
      clients.get(region) ??
      new sdk.ChimeSDKVoiceClient({
        region,
        maxAttempts: 2,
        // Without throwOnRequestTimeout the SDK only warns, and waits on.
        requestHandler: { requestTimeout: requestTimeoutMs, connectionTimeout: 500, throwOnRequestTimeout: true },
      });
    clients.set(region, client);
    return client;
  };

  return {
    async send({ transactionId, sipMediaApplicationId, region }, command) {
      try {
        const [sdk] = await Promise.all([import('./chime-voice-client.ts'), signer.ready()]);
        const signed = signer.sign(transactionId, command, clock.now());
        const request = new sdk.UpdateSipMediaApplicationCallCommand({
          SipMediaApplicationId: sipMediaApplicationId,
          TransactionId: transactionId,
          Arguments: { ...signed },
        });
        await clientFor(sdk, region).send(request);
        return { kind: 'accepted', commandId: signed['commandId'] ?? '' };
      } catch (error) {
        const kind = resultOf[error instanceof Error ? error.name : ''] ?? 'unavailable';
        // The rest is part of every day, and told to whoever commands.
        if (kind === 'unavailable') log.error('call-command-not-sent', error, { transactionId });
        return { kind };
      }
    },
  };
}
