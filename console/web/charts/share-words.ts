/** "317 (12 %)"; what is not nothing is never shown as 0 %, nor what is not all as 100 %. */
export function shareWords(part: number, whole: number): string {
  const count = part.toLocaleString('en');
  if (whole <= 0 || part <= 0) return count;
  return `${count} (${percentWords(part, whole)})`;
}

/** "12 %". */
export function percentWords(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0 %';
  const percent = (part / whole) * 100;
  if (percent < 1) return '< 1 %';
  return part < whole && percent > 99 ? '> 99 %' : `${Math.round(percent)} %`;
}
