import type { Dialog } from '../dialogs/dialog.ts';
import type { SipHeader, SipResponse } from '../message/message.ts';
import type { ClientHandlers } from '../transactions/layer.ts';
import type { Hop } from '../transport/transport.ts';
import { agentHeaders, hopWithin, newVia, type CallCore } from './call-core.ts';
import type { CallCredentials, Challenges } from './call-credentials.ts';

interface DialogRequestsOptions {
  readonly core: CallCore;
  readonly dialog: Dialog;
  /** Where the dialog's first message came from or went to. */
  readonly hop: Hop;
  /** What our requests say to those who ask who we are. */
  readonly credentials?: CallCredentials;
}

/** Our requests within one dialog. */
export class DialogRequests {
  readonly #options: DialogRequestsOptions;

  constructor(options: DialogRequestsOptions) {
    this.#options = options;
  }

  /** Sends a request; `onFinal` hears its final response, or 408 or 503 where there is none (RFC 3261 §8.1.3.1). */
  send(
    method: 'BYE' | 'OPTIONS' | 'UPDATE',
    headers: readonly SipHeader[],
    onFinal: (response: Pick<SipResponse, 'status'>) => void,
    challenges: Challenges = [],
  ): void {
    const { core, credentials, dialog, hop } = this.#options;
    const next = hopWithin(core, dialog, hop);
    const ours = [...headers, ...agentHeaders(core), ...(credentials?.headers(method, dialog.requestUri) ?? [])];
    const handlers: ClientHandlers = {
      onResponse: (response) => {
        if (response.status < 200) return;
        if (credentials?.learn(response, challenges) === true) this.send(method, headers, onFinal, challenges);
        else onFinal(response);
      },
      onTimeout: () => onFinal({ status: 408 }),
      onUnreachable: () => onFinal({ status: 503 }),
    };
    core.layer.request(
      dialog.request(method, newVia(core, next.transport), dialog.nextSequence(), ours),
      next,
      handlers,
    );
  }
}
