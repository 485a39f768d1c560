/** What of the client is used, so that a bundle that loads it late loads no more. */
export { ChimeSDKVoiceClient, CreateSipMediaApplicationCallCommand } from '@aws-sdk/client-chime-sdk-voice';
