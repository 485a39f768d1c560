import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { AwsAccount } from '../../../../../infra/aws/deployment/aws-account.ts';
import { sdkAccount } from '../../../../../infra/aws/deployment/sdk-account.ts';

interface Reply {
  readonly status?: number;
  readonly type: 'text/xml' | 'application/x-amz-json-1.1';
  readonly body: string;
}

let server: Server;
let reply: Reply;
let asked: { readonly target: string; readonly body: string }[];
let account: AwsAccount;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ target: String(request.headers['x-amz-target']), body });
      response.writeHead(reply.status ?? 200, { 'Content-Type': reply.type }).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  account = sdkAccount({ region: 'us-east-1', endpoint: `http://127.0.0.1:${port}` });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

describe('the account that the credentials are for', () => {
  it('is asked for its identity', async () => {
    reply = {
      type: 'text/xml',
      body: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ada</Arn>
        <UserId>A</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    };

    expect(await account.identity()).toEqual({ account: '111122223333', arn: 'arn:aws:iam::111122223333:user/ada' });
  });

  it('has the version of what CDK has set up', async () => {
    reply = { type: 'application/x-amz-json-1.1', body: JSON.stringify({ Parameter: { Value: '28' } }) };

    expect(await account.bootstrapVersion('us-west-2')).toBe(28);
    expect(JSON.parse(asked[0]!.body)).toEqual({ Name: '/cdk-bootstrap/hnb659fds/version' });
  });

  it('has none where CDK has set nothing up', async () => {
    reply = { status: 400, type: 'application/x-amz-json-1.1', body: JSON.stringify({ __type: 'ParameterNotFound' }) };

    expect(await account.bootstrapVersion('us-west-2')).toBeUndefined();
  });

  it('tells the outputs of a stack', async () => {
    reply = {
      type: 'text/xml',
      body: `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>bank</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
        <Outputs><member><OutputKey>PhoneNumber</OutputKey><OutputValue>+12065550100</OutputValue></member></Outputs>
        </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
    };

    expect(await account.outputsOf('bank', 'us-east-1')).toEqual({ PhoneNumber: '+12065550100' });
    expect(asked[0]!.body).toContain('StackName=bank');
    expect(await account.statusOf('bank', 'us-east-1')).toBe('CREATE_COMPLETE');
  });

  it('lets a stack be deleted', async () => {
    reply = { type: 'text/xml', body: '<UpdateTerminationProtectionResponse/>' };

    await account.liftTerminationProtection('bank', 'us-east-1');

    expect(asked[0]!.body).toContain('Action=UpdateTerminationProtection');
    expect(asked[0]!.body).toContain('EnableTerminationProtection=false');
    expect(asked[0]!.body).toContain('StackName=bank');
  });

  it.each([
    { message: 'Stack with id bank does not exist', expected: undefined },
    { message: 'The security token included in the request is expired', expected: 'rejected' },
  ])('tells a stack that is missing from a question that failed: $message', async ({ message, expected }) => {
    reply = {
      status: 400,
      type: 'text/xml',
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>${message}</Message></Error></ErrorResponse>`,
    };

    expect(await account.outputsOf('bank', 'us-east-1').catch(() => 'rejected')).toBe(expected);
    expect(await account.statusOf('bank', 'us-east-1').catch(() => 'rejected')).toBe(expected);
    expect(await account.liftTerminationProtection('bank', 'us-east-1').catch(() => 'rejected')).toBe(expected);
  });
});
