/** The hundred numbers of an area code that are kept for fiction, so that no test ever rings anybody: 555-0100 to 555-0199. */
export function fictionalNumbers(areaCode: string): readonly string[] {
  return Array.from({ length: 100 }, (_, n) => `+1${areaCode}55501${String(n).padStart(2, '0')}`);
}

// One area code a state is enough to search by.
const areaCodes = new Map(
  `
  AL 205 AK 907 AZ 602 AR 501 CA 213 CO 303 CT 203 DE 302 DC 202 FL 305 GA 404 HI 808 ID 208
  IL 312 IN 317 IA 515 KS 316 KY 502 LA 504 ME 207 MD 301 MA 617 MI 313 MN 612 MS 601 MO 314
  MT 406 NE 402 NV 702 NH 603 NJ 201 NM 505 NY 212 NC 704 ND 701 OH 216 OK 405 OR 503 PA 215
  RI 401 SC 803 SD 605 TN 615 TX 214 UT 801 VT 802 VA 703 WA 206 WV 304 WI 414 WY 307
  `
    .matchAll(/([A-Z]{2}) (\d{3})/g)
    .map(([, state = '', code = '']) => [state, code]),
);

/** An area code of a state, given by its two letters. */
export function areaCodeOf(state: string): string | undefined {
  return areaCodes.get(state.toUpperCase());
}
