import * as z from 'zod';
import { fileObject } from '../../../shared/contracts/table-file/parts.ts';
import { text } from './fields.ts';

/** Scheme and host, as a browser's Origin header has them: what Content-Security-Policy names. */
const originSchema = text(300).regex(
  /^https:\/\/(?:\*\.)?[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/,
  'must be an https origin without a path, in lower case: "https://crm.your-bank.com"',
);

const domainSchema = fileObject({
  /** Under which the console is to be had, beside the address that CloudFront gives it. */
  name: text(253).regex(
    /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/,
    'must be the full name of a host, in lower case: "console.your-bank.com"',
  ),
  /** CloudFront takes certificates of this Region alone (Amazon CloudFront developer guide, requirements for certificates). */
  certificateArn: text(200).regex(
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\da-f-]{36}$/,
    'must be the ARN of a certificate of AWS Certificate Manager in us-east-1, which is where CloudFront looks',
  ),
});

/** The console's web application: where it is, and who may show it. */
export const consoleSchema = fileObject({
  /** Origins of the customer-engagement systems that show the agents' desk in a frame. Left out: nobody may. */
  embeddedBy: z.array(originSchema, 'must be a list of origins; [] for none').default([]),
  /** Left out: CloudFront's own, `https://….cloudfront.net`. */
  domain: domainSchema.exactOptional(),
  /** A web ACL of AWS WAF before it: one that the account has already. Left out: none. */
  webAclArn: text(300)
    .regex(
      /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\da-f-]{36}$/,
      'must be the ARN of a web ACL for CloudFront: "arn:aws:wafv2:us-east-1:…:global/webacl/…"',
    )
    .exactOptional(),
});
