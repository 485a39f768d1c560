import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * Code for CloudFront's own runtime, which is no Node (Amazon CloudFront developer guide, JavaScript runtime 2.0 features): it sees each
 * request of a browser before anything is looked up, for less than a millisecond.
 */
const code = {
  /** Paths without a dot in their last part are pages of the application, whatever they are called: the local cloud does the same. */
  pages: `function handler(event) {
  var request = event.request;
  if (request.uri.split('/').pop().indexOf('.') < 0) request.uri = '/index.html';
  return request;
}
`,
  /** The API knows its routes without the prefix under which the application asks for them. */
  api: `function handler(event) {
  var request = event.request;
  request.uri = request.uri.replace(/^\\/api(?=\\/|$)/, '') || '/';
  return request;
}
`,
} as const;

/** One of the functions that stand between browsers and what they ask for. */
export function edgeFunction(scope: Construct, id: string, name: keyof typeof code): EdgeFunction {
  return new EdgeFunction(scope, id, { code: FunctionCode.fromInline(code[name]), runtime: FunctionRuntime.JS_2_0 });
}
