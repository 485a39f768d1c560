import type { ToldEvent } from '../../support/pstn-audio-fixture.ts';
import { within } from './within.ts';

/** What functions were told of. */
export interface EventLog {
  readonly events: readonly ToldEvent[];
  /** Each event's type, with the action's where there is one: `ACTION_SUCCESSFUL CallAndBridge`. */
  titles(): string[];
  /** The first event with that title, there already or still to come. */
  told(title: string): Promise<ToldEvent>;
}

const patienceMs = 15_000;

export function eventLog(): EventLog & { add(event: ToldEvent): void } {
  const events: ToldEvent[] = [];
  const listeners = new Set<() => void>();
  const find = (title: string): ToldEvent | undefined => events.find((event) => titleOf(event) === title);
  return {
    events,
    titles: () => events.map(titleOf),
    add(event) {
      events.push(event);
      for (const listener of listeners) listener();
    },
    async told(title) {
      const { promise, resolve } = Promise.withResolvers<ToldEvent>();
      const look = (): void => {
        const event = find(title);
        if (event !== undefined) resolve(event);
      };
      listeners.add(look);
      look();
      try {
        return await within(patienceMs, `the function is told of ${title}`, promise);
      } catch (cause) {
        throw new Error(`${String(cause)}; it was told of ${events.map(titleOf).join(', ')}`, { cause });
      } finally {
        listeners.delete(look);
      }
    },
  };
}

function titleOf({ InvocationEventType: type, ActionData: data }: ToldEvent): string {
  return data === undefined ? type : `${type} ${data.Type}`;
}
