import { useEffect } from 'react';

/** What is seen comes first, and what is worked with after it. */
const stoodFor = 3000;

/**
 * Loads what the page is likely to need next, once it has stood for a moment.
 * @param loads the same array at each rendering.
 */
export function usePreloaded(loads: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // What does not come now is asked for again when it is needed, and its failure told there.
      for (const load of loads) load().catch(() => undefined);
    }, stoodFor);
    return () => clearTimeout(timer);
  }, [loads]);
}
