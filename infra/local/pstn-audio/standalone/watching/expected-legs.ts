import * as z from 'zod';
import type { InvocationTrace } from '../../service/trace.ts';

const bridgesSchema = z.looseObject({
  Actions: z.array(
    z.looseObject({
      Type: z.string(),
      Parameters: z.looseObject({ Endpoints: z.array(z.looseObject({ Uri: z.string() })).optional() }).nullish(),
    }),
  ),
});
const calleeSchema = z.looseObject({
  CallDetails: z.looseObject({ Participants: z.array(z.looseObject({ To: z.string() })) }),
});

/**
 * An INVITE that goes out is seen before anyone says for which call. It is for one whose function has asked to ring that party:
 * for the first that is still waiting, when several have.
 */
export class ExpectedLegs {
  readonly #waiting: { readonly user: string; readonly transactionId: string; seen: boolean }[] = [];

  /** Notes whom the function wants to ring, or that a call is placed. */
  note({ transactionId, event, invocationEventType, response }: InvocationTrace): void {
    const placed = invocationEventType === 'NEW_OUTBOUND_CALL' ? calleeSchema.safeParse(event).data : undefined;
    const bridges = bridgesSchema.safeParse(response).data?.Actions.filter(({ Type }) => Type === 'CallAndBridge');
    const users = [
      ...(placed?.CallDetails.Participants.map(({ To }) => To) ?? []),
      ...(bridges?.flatMap(({ Parameters }) => Parameters?.Endpoints?.map(({ Uri }) => Uri) ?? []) ?? []),
    ];
    for (const user of users) this.#waiting.push({ user, transactionId, seen: false });
  }

  /** The call that an INVITE to this user part belongs to; another route to the same party comes to the same call. */
  take(user: string): string | undefined {
    const fitting = this.#waiting.filter((each) => each.user === user);
    const expected = fitting.find(({ seen }) => !seen) ?? fitting.at(-1);
    if (expected === undefined) return undefined;
    expected.seen = true;
    return expected.transactionId;
  }

  /** The call is over. */
  forget(transactionId: string): void {
    for (let index = this.#waiting.length - 1; index >= 0; index -= 1)
      if (this.#waiting[index]?.transactionId === transactionId) this.#waiting.splice(index, 1);
  }
}
