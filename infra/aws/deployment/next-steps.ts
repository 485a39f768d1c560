import { outputs } from '../outputs.ts';
import { regionsOf } from '../settings.ts';
import type { Prepared } from './prepare.ts';

/** What is left to do by hand, as lines, with the values of what stands now in them. */
export async function nextSteps(prepared: Prepared, configFile: string): Promise<string[]> {
  const { account, config, names } = prepared;
  const { primary } = config.regions;
  const read = async (stack: 'Console' | 'Numbers' | 'Skill'): Promise<Readonly<Record<string, string>>> =>
    (await account.outputsOf(names.stack(stack), primary)) ?? {};
  const [numbers, skill, console] = await Promise.all([read('Numbers'), read('Skill'), read('Console')]);
  const functionArn = skill[outputs.skillFunctionArn] ?? '';
  const userPool = console[outputs.userPoolId] ?? '';
  const steps = [
    ...skillSteps(prepared, configFile, functionArn),
    `Publish the routing table "${config.routingTable}" (npm run routes -- new writes one to begin with):
     AWS_REGION=${primary} ROUTING_TABLES_TABLE=${names.routingTablesTable} npm run routes -- publish <file> --because "first"`,
    ...(await promptSteps(prepared)),
    `Make the first operator, who gets a password by mail (agent and viewer are the other groups):
     aws cognito-idp admin-create-user --region ${primary} --user-pool-id ${userPool} --username <e-mail> \\
       --user-attributes Name=email,Value=<e-mail> Name=email_verified,Value=true
     aws cognito-idp admin-add-user-to-group --region ${primary} --user-pool-id ${userPool} --username <e-mail> --group-name operator
     They sign in at ${console[outputs.consoleUrl] ?? ''}; infra/aws/README.md says how the contact centre gets its tokens.`,
    ...domainSteps(prepared, console),
    `Confirm the subscription that AWS has mailed to ${config.alarms.email}: no alarm reaches you before.`,
  ];
  return [
    '',
    `${names.prefix} stands.`,
    `  number          ${numbers[outputs.phoneNumber] ?? ''}`,
    `  skill function  ${functionArn}`,
    `  console         ${console[outputs.consoleUrl] ?? ''}`,
    `  console API     ${console[outputs.consoleApiUrl] ?? ''}`,
    `  tokens for it   ${console[outputs.tokenUrl] ?? ''}`,
    '',
    'Next:',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ];
}

/** The name is the company's, and so is whoever keeps it. */
function domainSteps({ config }: Prepared, console: Readonly<Record<string, string>>): string[] {
  const { domain } = config.console;
  if (domain === undefined) return [];
  return [`Have ${domain.name} lead to ${console[outputs.consoleDomain] ?? ''} (a CNAME, or an alias of Route 53).`];
}

/** Files that functions name have to be in both Regions, each of which has a bucket. */
async function promptSteps({ account, config, names }: Prepared): Promise<string[]> {
  const files = Object.values(config.prompts).filter((file) => file !== undefined);
  if (files.length === 0) return [];
  const copies = await Promise.all(
    regionsOf(config).map(async (region) => {
      const calls = (await account.outputsOf(names.stack('Calls', region), region)) ?? {};
      return files.map(
        (file) => `\n     aws s3 cp <your file> s3://${calls[outputs.promptsBucket] ?? ''}/${file} --region ${region}`,
      );
    }),
  );
  return [`Put the prompts (WAV, 8 kHz, mono) into the bucket of each Region:${copies.flat().join('')}`];
}

/** A skill's id is needed by the function's permission, the function's ARN by the skill: the skill comes first, without an endpoint. */
function skillSteps({ config }: Prepared, configFile: string, functionArn: string): string[] {
  const { clientIds, skillId } = config.alexa;
  const again = `run npm run deploy -- --config ${configFile} again: until then Alexa may not invoke the function.`;
  if (skillId === undefined)
    return [
      `Make the skill: npm run skill-package -- --privacy-url <https://…> --terms-url <https://…> --out skill-package
     and then (cd skill-package && ask deploy --target skill-metadata); it prints the skill's id.`,
      `Write that id as alexa.skillId into ${configFile}, and ${again}`,
    ];
  return [
    `Give the skill its endpoint: npm run skill-package -- --privacy-url <https://…> --terms-url <https://…> --out skill-package \\
       --function-arn ${functionArn}
     and then (cd skill-package && ask deploy --target skill-metadata).`,
    ...(clientIds.length > 0
      ? []
      : [
          `Write the Alexa client id (Alexa developer console, Build, Permissions) as alexa.clientIds into ${configFile}, and deploy again:
     until then the User-to-User header of skill calls is not believed.`,
        ]),
  ];
}
