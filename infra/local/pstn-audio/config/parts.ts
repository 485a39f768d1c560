import { isIPv4 } from 'node:net';
import * as z from 'zod';

export const e164Pattern = /^\+[1-9]\d{1,14}$/;

/** A telephone number. */
export const e164Schema = z.string().regex(e164Pattern, {
  error: 'must be a telephone number in E.164: "+", country code and number, without blanks, such as "+12065550100"',
});

export const regionSchema = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS Region such as "us-east-1"')
  .meta({ description: 'AWS Region' });

export const idSchema = z.string().regex(/^[\w-]{1,128}$/, 'must have 1 to 128 letters, digits, "-" or "_"');

export const nameSchema = z.string().trim().min(1).max(256);

/** A name or an address, as it stands in a SIP URI; no port. */
export const hostSchema = z
  .string()
  .regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,253}[A-Za-z0-9])?$/, 'must be a host name or an IPv4 address, without a port')
  .meta({ description: 'Host name or IPv4 address.' });

/** Where somebody else listens. */
export const portSchema = z.int().min(1).max(65_535);

/** An address that peers can send to: it is written into SIP messages. */
export const hostAddressSchema = z.string().refine((text) => isIPv4(text) && text !== '0.0.0.0', {
  error: 'must be an IPv4 address that peers can send to, such as "192.0.2.10"',
});

/** An address of this machine to listen on. */
export const ownAddressSchema = z.string().refine((text) => isIPv4(text), {
  error: 'must be an IPv4 address of this machine, such as "127.0.0.1"',
});

/** Where this service listens. */
export const ownPortSchema = z.int().min(0).max(65_535).meta({ description: '0: any free port.' });

/** A file or folder; a relative one is meant from where the configuration file is. */
export const pathSchema = z.string().min(1);
