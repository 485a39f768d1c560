/**
 * What contact centres make of the headers they receive, each as its vendor or its standard documents it; written without
 * a look at what is sent. All but the X- readers give back what follows "csi=", or all they have when nothing does.
 */
type Headers = Readonly<Record<string, string>>;
type Reader = (headers: Headers) => string | undefined;

/**
 * Genesys Cloud (UUI data formats): User-to-User first, then x-User-To-User; hex unless it says otherwise; of User-to-User
 * the first octet is removed as the protocol discriminator, unless there is a pd parameter; several headers are discarded.
 */
export const genesys: Reader = (headers) => {
  const standard = valuesOf(headers, 'user-to-user');
  const values = standard.length > 0 ? standard : valuesOf(headers, 'x-user-to-user');
  const [value] = values;
  if (value === undefined || values.length > 1) return undefined;
  const { data, parameters } = parse(value);
  const octets = Buffer.from(data, (parameters.get('encoding') ?? 'hex') === 'hex' ? 'hex' : 'latin1');
  // "Extended ASCII" cannot be decoded from hex.
  if (octets.some((octet) => octet > 127)) return undefined;
  const text = octets.toString('latin1');
  return idIn(standard.length > 0 && !parameters.has('pd') ? text.slice(1) : text);
};

/** RFC 7434: the package isdn-uui, hex, a protocol discriminator and at most 128 octets in all. */
export const isdnGateway: Reader = (headers) => {
  const [value] = valuesOf(headers, 'user-to-user');
  if (value === undefined) return undefined;
  const { data, parameters } = parse(value);
  const octets = Buffer.from(data, 'hex');
  const isIsdn = parameters.get('purpose') === 'isdn-uui' && parameters.get('encoding') === 'hex';
  if (!isIsdn || octets.length > 128 || octets[0] !== 0) return undefined;
  return idIn(octets.subarray(1).toString('latin1'));
};

/** Azure Communication Services (call-context): 256 characters, few of them; the application has the value as it is. */
export const azure: Reader = (headers) => {
  const [value] = valuesOf(headers, 'user-to-user');
  if (value === undefined || value.length > 256 || !/^[a-zA-Z0-9=;.!%*_+~-]*$/.test(value)) return undefined;
  return idIn(Buffer.from(parse(value).data, 'hex').toString('latin1'));
};

/** Only X- headers are there; the tightest limits are those of Enghouse: 30 characters of name, 200 of value. */
export const xHeaderReader: Reader = (headers) => {
  const found = Object.entries(headers).find(([name]) => /^x-/i.test(name) && name.length <= 30);
  return found === undefined || found[1].length > 200 ? undefined : found[1];
};

function valuesOf(headers: Headers, name: string): string[] {
  return Object.entries(headers).flatMap(([each, value]) => (each.toLowerCase() === name ? [value] : []));
}

function parse(value: string): { readonly data: string; readonly parameters: ReadonlyMap<string, string> } {
  const [data = '', ...rest] = value.split(';');
  const parameters = rest.map((parameter) => parameter.split('=') as [string, string]);
  return { data, parameters: new Map(parameters) };
}

function idIn(text: string): string {
  return text.startsWith('csi=') ? text.slice(4) : text;
}
