import { headerValue, tagOf } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import type {
  SipHeader,
  SipRequest,
  SipResponse,
} from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { responseTo } from '../../../../../../../infra/local/pstn-audio/sip/message/response.ts';
import { serializeMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import type { InviteRequest, OutgoingCall } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { SipRawPeer, rawRequest, type RawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { aliceAndBob, sdpAt, type Story } from '../../../../../../support/sip-stories.ts';

/** Carol calls Bob with messages of her own making. */
export interface CarolsCall extends Story {
  readonly carol: SipRawPeer;
  /** Sends a request, in the dialog when Bob has given it a tag, and waits a moment. */
  ask(request: RawRequest): Promise<void>;
  /** Bob's latest response to a request with that CSeq, such as `2 PRACK`. */
  response(cseq: string): SipResponse;
}

export async function carolAndBob(): Promise<CarolsCall> {
  const story = await aliceAndBob();
  const carol = new SipRawPeer(story.network.join('carol'), story.bob.address);
  const responses = (): SipResponse[] => carol.received.flatMap((each) => (each.kind === 'response' ? [each] : []));
  return {
    ...story,
    carol,
    async ask(request) {
      const tag = responses()
        .map((each) => tagOf(each, 'To'))
        .findLast((each) => each !== '');
      const inDialog = (request.method ?? 'INVITE') !== 'INVITE' || (request.cseq ?? '1') !== '1';
      const branch = `z9hG4bK-${request.method ?? 'INVITE'}-${request.cseq ?? 1}`;
      carol.send(
        rawRequest(carol.address, { branch, ...(inDialog && tag !== undefined && { toTag: tag }), ...request }),
      );
      await story.timers.advanceBy(20);
    },
    response(cseq) {
      const found = responses().findLast((each) => headerValue(each, 'CSeq') === cseq);
      if (found === undefined) throw new Error(`Bob has not answered ${cseq}`);
      return found;
    },
  };
}

/** Alice calls Dave, who answers with messages of his own making. */
export interface CallToDave extends Story {
  readonly dave: SipRawPeer;
  readonly call: () => OutgoingCall;
  /** Dave's answer to Alice's last INVITE. */
  answer(
    status: number,
    toTag: string | undefined,
    headers?: Readonly<Record<string, string>>,
    sdp?: string,
  ): Promise<void>;
  /** What Dave got, as `INVITE` or `200 UPDATE`, without repetitions of the same request. */
  readonly log: readonly string[];
}

export async function aliceAndDave(change: Partial<InviteRequest> = {}): Promise<CallToDave> {
  const story = await aliceAndBob();
  const dave = new SipRawPeer(story.network.join('dave'), story.alice.address);
  return {
    ...story,
    dave,
    call: () =>
      story.alice.invite({
        target: dave.address,
        requestUri: 'sip:dave@127.0.0.1',
        from: 'sip:alice@127.0.0.1',
        sdp: sdpAt(4000),
        ...change,
      }),
    async answer(status, toTag, headers = {}, sdp) {
      const contact = `<sip:${toTag ?? 'nobody'}@127.0.0.1:${dave.address.port}>`;
      const type = sdp === undefined ? {} : { 'Content-Type': 'application/sdp' };
      const all: SipHeader[] = Object.entries({ Contact: contact, ...headers, ...type }).map(([name, value]) => ({
        name,
        value,
      }));
      const parts = {
        ...(toTag !== undefined && { toTag }),
        headers: all,
        ...(sdp !== undefined && { body: Buffer.from(sdp) }),
      };
      dave.send(serializeMessage(responseTo(dave.request('INVITE') as SipRequest, status, parts)));
      await story.timers.advanceBy(20);
    },
    get log() {
      const lines = dave.received.map((each) =>
        each.kind === 'request' ? each.method : `${each.status} ${headerValue(each, 'CSeq')?.split(' ')[1] ?? ''}`,
      );
      return lines;
    },
  };
}
