type Channel = InstanceType<typeof BroadcastChannel>;

let opened: Channel | undefined;

// One for telling and hearing: a channel does not hear itself, so that a tab is not told of its own.
function channel(): Channel {
  opened ??= new BroadcastChannel('console.sign-out');
  return opened;
}

/** Each tab has tokens of its own: it has to be told when its person signs out in another. */
export function tellSignedOut(userId: string): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is this origin's
  channel().postMessage({ signedOut: userId });
}

/** What a tab does for the others of this browser. */
export interface AmongTabs {
  /** Somebody has signed out in another tab. */
  signedOut(userId: string): void;
  /** Whether something is typed in this tab that only the tab has, and by whom. */
  hasForms(userId: string): boolean;
}

/** For one listener. @returns what stops it. */
export function hearOtherTabs(here: AmongTabs): () => void {
  const own = channel();
  const listen = (event: Event): void => {
    const signedOut = told(event, 'signedOut');
    if (signedOut !== undefined) here.signedOut(signedOut);
    const asked = told(event, 'asksForms');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is this origin's
    if (asked !== undefined && here.hasForms(asked)) own.postMessage({ hasForms: asked });
  };
  own.addEventListener('message', listen);
  return () => {
    own.close();
    if (opened === own) opened = undefined;
  };
}

/** Tabs answer at once, those in the background, too. */
const answerWithinMs = 200;

/** Whether another tab has something of this person's that only it has. @param wait resolves after so many milliseconds. */
export async function otherTabsHaveForms(
  userId: string,
  wait: (milliseconds: number) => Promise<void>,
): Promise<boolean> {
  const own = channel();
  let hasForms = false;
  const listen = (event: Event): void => {
    if (told(event, 'hasForms') === userId) hasForms = true;
  };
  own.addEventListener('message', listen);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is this origin's
  own.postMessage({ asksForms: userId });
  await wait(answerWithinMs);
  own.removeEventListener('message', listen);
  return hasForms;
}

/** Whom a message is of, where it is such a one. */
function told(event: Event, name: 'signedOut' | 'asksForms' | 'hasForms'): string | undefined {
  const data: unknown = 'data' in event ? event.data : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  const userId: unknown = Object.entries(data).find(([key]) => key === name)?.[1];
  return typeof userId === 'string' ? userId : undefined;
}
