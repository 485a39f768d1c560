import type { CallContextId } from '../../shared/domain/call-context-id.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { CallRequest, CallStarter, CallStartResult } from '../../shared/ports/call-starter.ts';
import { anAlexaEndpoint, type AlexaEndpoint, type Answer } from '../unit/shared/adapters/alexa/an-alexa-endpoint.ts';

export const callRequest: CallRequest = {
  contextId: '1use10hdvk0a.lost-card.AbCdEfGhIjKlMnOpQrStUvWxYz0' as CallContextId,
  from: '+12065550100' as E164,
  to: '+12065550199' as E164,
  deviceId: 'amzn1.ask.device.EXAMPLE',
};

export interface CallStarterSubject {
  /** A starter whose service is that server. */
  readonly open: (origin: string, timeoutMs: number) => CallStarter;
  /** What is asked on the way to the call, and answered as it should be; undefined for the call itself. */
  readonly before?: (url: string) => Answer | undefined;
  /** How the service says yes. */
  readonly yes: Answer;
  /** How it says no, by HTTP status. */
  readonly no: (status: number) => Answer;
  /** What is made of a no, where the services differ. */
  readonly meaning: Readonly<Record<401 | 403 | 404, CallStartResult>>;
}

const enough = 5000;

/** What every CallStarter makes of what its service says, and of silence. */
export function describeCallStarter(name: string, subject: CallStarterSubject): void {
  describe(name, () => {
    const { open, before, yes, no, meaning } = subject;
    const serviceThat = (answer: Answer | 'never'): Promise<AlexaEndpoint> =>
      anAlexaEndpoint(({ url = '' }) => before?.(url) ?? answer);
    /** How often the call itself was asked for. */
    const asked = ({ received }: AlexaEndpoint): number =>
      received.filter(({ url = '' }) => before?.(url) === undefined).length;

    it('has started when the service says so', async () => {
      await using service = await serviceThat(yes);

      expect(await open(service.origin, enough).start(callRequest)).toEqual({ kind: 'started' });

      expect(asked(service)).toBe(1);
    });

    it.each([
      { status: 401, result: meaning[401] },
      { status: 403, result: meaning[403] },
      { status: 404, result: meaning[404] },
      { status: 429, result: { kind: 'busy' } },
      { status: 500, result: { kind: 'unavailable' } },
      { status: 503, result: { kind: 'unavailable' } },
    ])('takes a $status for $result.kind, and asks once', async ({ status, result }) => {
      await using service = await serviceThat(no(status));

      expect(await open(service.origin, enough).start(callRequest)).toEqual(result);

      expect(asked(service)).toBe(1);
    });

    it('is unavailable when there is no answer in time, and asks once', async () => {
      await using service = await serviceThat('never');

      expect(await open(service.origin, 300).start(callRequest)).toEqual({ kind: 'unavailable' });

      expect(asked(service)).toBe(1);
    });

    it('is unavailable when nobody listens', async () => {
      const service = await serviceThat('never');
      await service[Symbol.asyncDispose]();

      expect(await open(service.origin, enough).start(callRequest)).toEqual({ kind: 'unavailable' });
    });

    it('goes nowhere else when it is told to', async () => {
      await using elsewhere = await anAlexaEndpoint(yes);
      await using service = await serviceThat({ status: 307, headers: { location: elsewhere.origin } });

      expect(await open(service.origin, enough).start(callRequest)).toEqual({ kind: 'unavailable' });

      expect(elsewhere.received).toEqual([]);
    });
  });
}
