import type { CallDesk } from './call-desk.ts';
import type { CallSetup } from './call-setup.ts';
import type { CallsUnderWay } from './calls-under-way.ts';
import { OutboundCall } from './outbound-call.ts';

/** What the Voice API may do to the calls of this service. */
export function openCallDesk(calls: CallsUnderWay, setup: CallSetup): CallDesk {
  return {
    placeCall(request) {
      const application = setup.parts.objects.registry.sipMediaApplications.get(request.sipMediaApplicationId);
      if (application === undefined) throw new Error('a call was placed for a SIP media application that is unknown');
      if (calls.isFull) return 'busy';
      const call = new OutboundCall(request, application, setup);
      calls.keep(call, call.run());
      return { transactionId: call.transactionId };
    },

    updateCall({ sipMediaApplicationId, transactionId, arguments: given }) {
      const call = calls.withTransaction(transactionId);
      return call?.sipMediaApplicationId === sipMediaApplicationId && call.update(given) ? 'accepted' : undefined;
    },
  };
}
