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

/** For one listener. @returns what stops it. */
export function onSignedOut(take: (userId: string) => void): () => void {
  const listen = (event: Event): void => {
    const data: unknown = 'data' in event ? event.data : undefined;
    if (typeof data !== 'object' || data === null) return;
    if ('signedOut' in data && typeof data.signedOut === 'string') take(data.signedOut);
  };
  const own = channel();
  own.addEventListener('message', listen);
  return () => {
    own.close();
    if (opened === own) opened = undefined;
  };
}
