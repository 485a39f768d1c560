import type { Answer } from './an-alexa-endpoint.ts';

/** Hangs up on that many requests, then gives the answer. */
export function answeringFrom(hangUps: number, answer: Answer): () => Answer | 'hangs up' {
  let left = hangUps;
  return () => ((left -= 1) >= 0 ? 'hangs up' : answer);
}
