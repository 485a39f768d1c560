/** What of the client is used, so that a bundle that loads it late loads no more. */
export { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
