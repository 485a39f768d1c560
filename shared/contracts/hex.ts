/** The octets of a text in UTF-8, in lower-case hex; there is a Buffer in Lambda, and none in a browser. */
export function toHex(text: string): string {
  return Array.from(new TextEncoder().encode(text), (octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** The octets that an even number of hex digits stand for. */
export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (octet) => Number.parseInt(octet, 16));
}
