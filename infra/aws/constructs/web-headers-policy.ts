import { Duration } from 'aws-cdk-lib';
import { HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { webSecurityHeaders, type WebPolicy } from '../../web-headers.ts';

/**
 * Where the Amazon Chime SDK's client library finds meetings: signalling, media and what it tells of itself; no video filters are used,
 * which would need more (Amazon Chime SDK for JavaScript, content security policy).
 */
const chimeMeetings = ['https://*.chime.aws', 'wss://*.chime.aws'] as const;

/** CloudFront adds to each answer what infra/web-headers.ts says, as the local cloud does, and that there is nothing here without TLS. */
export function webHeadersPolicy(scope: Construct, id: string, policy: WebPolicy): ResponseHeadersPolicy {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    // CloudFront has settings of its own for these, and takes them no other way.
    'x-content-type-options': _noSniff,
    'referrer-policy': _noReferrer,
    ...others
  } = webSecurityHeaders({ ...policy, connect: [...policy.connect, ...chimeMeetings] });
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
    },
  });
}
