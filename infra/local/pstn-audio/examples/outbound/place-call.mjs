// Places a call, or tells one that is under way to end:
//   node place-call.mjs <number> <name>     prints the transaction's id
//   node place-call.mjs goodbye <id>
// The client finds the local service by the variable AWS_ENDPOINT_URL_CHIME_SDK_VOICE, here http://127.0.0.1:8088, and
// signs with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: any will do.
import {
  ChimeSDKVoiceClient,
  CreateSipMediaApplicationCallCommand,
  UpdateSipMediaApplicationCallCommand,
} from '@aws-sdk/client-chime-sdk-voice';

const [first, second] = process.argv.slice(2);
if (first === undefined || second === undefined) {
  process.stderr.write('usage: node place-call.mjs <number> <name> | node place-call.mjs goodbye <transaction id>\n');
  process.exit(2);
}

const client = new ChimeSDKVoiceClient({ region: 'us-east-1' });
const application = { SipMediaApplicationId: 'outbound' };
if (first === 'goodbye') {
  const update = { ...application, TransactionId: second, Arguments: { action: 'goodbye' } };
  await client.send(new UpdateSipMediaApplicationCallCommand(update));
} else {
  const { SipMediaApplicationCall: call } = await client.send(
    new CreateSipMediaApplicationCallCommand({
      ...application,
      FromPhoneNumber: '+12065550100',
      ToPhoneNumber: first,
      ArgumentsMap: { name: second },
    }),
  );
  process.stdout.write(`${call?.TransactionId}\n`);
}
client.destroy();
