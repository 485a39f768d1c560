import { isToken } from './grammar.ts';

/** The value of CSeq (RFC 3261 §20.16). */
export interface CSeq {
  /** 0 to 2³¹−1 (§8.1.1.5). */
  readonly number: number;
  readonly method: string;
}

/** Reads a CSeq value; undefined when it is malformed or too large. */
export function parseCSeq(text: string): CSeq | undefined {
  const match = /^(\d+)\s+(\S+)$/u.exec(text);
  const number = Number(match?.[1]);
  if (match?.[2] === undefined || !isToken(match[2]) || number > 2_147_483_647) return undefined;
  return { number, method: match[2] };
}
