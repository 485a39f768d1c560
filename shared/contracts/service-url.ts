const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** The address of an operator's service: https without a password in it, or http to this machine; `undefined` for any other. */
export function parseServiceUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname));
  return allowed ? url : undefined;
}
