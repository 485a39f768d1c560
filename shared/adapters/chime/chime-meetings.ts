import { BridgeError } from '../../errors.ts';
import type { Meetings } from '../../ports/meetings.ts';

export interface ChimeMeetingsOptions {
  /** Region of the API and of the media. */
  readonly region: string;
  /** Per request; 1,000 by default. */
  readonly requestTimeoutMs?: number;
}

/**
 * Meetings over the Amazon Chime SDK Meetings API. Most calls need none, so the client is loaded with the first meeting, once, and
 * kept. That takes 3 to 18 ms where DynamoDB's client, which shares most of it, is there (the bundled function on a small machine,
 * busy with other things), and comes out of the first meeting's time, as does the first connection.
 */
export function chimeMeetings(options: ChimeMeetingsOptions): Meetings {
  let loading: Promise<Meetings> | undefined;
  const loaded = async (): Promise<Meetings> => {
    try {
      loading ??= import('./chime-meetings-client.ts').then(({ meetingsOf }) => meetingsOf(options));
      return await loading;
    } catch (error) {
      throw new BridgeError('meeting-unavailable', 'the client of the Meetings API could not be loaded', {
        cause: error,
      });
    }
  };

  return {
    open: async (request) => (await loaded()).open(request),
    attendees: async (meeting) => (await loaded()).attendees(meeting),
    close: (meeting) =>
      loaded().then(
        (meetings) => meetings.close(meeting),
        () => undefined,
      ),
  };
}
