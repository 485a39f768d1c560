/** The part of a stream that is needed to speak on it. */
export interface SpokenOn {
  write(text: string): unknown;
  on(event: 'error', listener: () => void): unknown;
}

/**
 * Prints lines until nobody reads them any more, as under `| head`, or when Ctrl-C has ended `| tee` as well: calls still end as
 * they should then, without a word.
 */
export function speaker(stream: SpokenOn): (line: string) => void {
  let isHeard = true;
  stream.on('error', () => {
    isHeard = false;
  });
  return (line) => {
    if (isHeard) stream.write(`${line}\n`);
  };
}
