/** A1, A2 … A99, B1 … Z99, AA1 … */
export function callTags(): () => string {
  let count = 0;
  return () => {
    const letter = Math.floor(count / 99);
    const number = (count % 99) + 1;
    count += 1;
    return `${letters(letter)}${number}`;
  };
}

function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : letters(rest - 1)}${String.fromCodePoint(65 + (index % 26))}`;
}
