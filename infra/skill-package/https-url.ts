/** What is wrong with the address of a public page, as the rest of a sentence; `undefined` when nothing is. */
export function httpsProblem(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return 'is not a URL: write https://…';
  if (url.protocol !== 'https:') return 'must be https: Alexa takes no other';
  if (url.username !== '' || url.password !== '') return 'must have no user name and no password in it';
  if (!url.hostname.includes('.')) return 'must be on a host that everybody can reach';
  return undefined;
}
