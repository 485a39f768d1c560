import type { HttpBinding } from './operation.ts';

/** What the client can ask and this service does not do: voice analytics, proxy phone sessions, emergency addresses. */
export const unservedOperations: Readonly<Record<string, HttpBinding>> = {
  CreateProxySession: 'POST /voice-connectors/{VoiceConnectorId}/proxy-sessions',
  DeleteProxySession: 'DELETE /voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}',
  GetProxySession: 'GET /voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}',
  ListProxySessions: 'GET /voice-connectors/{VoiceConnectorId}/proxy-sessions',
  UpdateProxySession: 'POST /voice-connectors/{VoiceConnectorId}/proxy-sessions/{ProxySessionId}',
  DeleteVoiceConnectorProxy: 'DELETE /voice-connectors/{VoiceConnectorId}/programmable-numbers/proxy',
  GetVoiceConnectorProxy: 'GET /voice-connectors/{VoiceConnectorId}/programmable-numbers/proxy',
  PutVoiceConnectorProxy: 'PUT /voice-connectors/{VoiceConnectorId}/programmable-numbers/proxy',
  CreateVoiceProfile: 'POST /voice-profiles',
  DeleteVoiceProfile: 'DELETE /voice-profiles/{VoiceProfileId}',
  GetVoiceProfile: 'GET /voice-profiles/{VoiceProfileId}',
  ListVoiceProfiles: 'GET /voice-profiles',
  UpdateVoiceProfile: 'PUT /voice-profiles/{VoiceProfileId}',
  CreateVoiceProfileDomain: 'POST /voice-profile-domains',
  DeleteVoiceProfileDomain: 'DELETE /voice-profile-domains/{VoiceProfileDomainId}',
  GetVoiceProfileDomain: 'GET /voice-profile-domains/{VoiceProfileDomainId}',
  ListVoiceProfileDomains: 'GET /voice-profile-domains',
  UpdateVoiceProfileDomain: 'PUT /voice-profile-domains/{VoiceProfileDomainId}',
  StartSpeakerSearchTask: 'POST /voice-connectors/{VoiceConnectorId}/speaker-search-tasks',
  GetSpeakerSearchTask: 'GET /voice-connectors/{VoiceConnectorId}/speaker-search-tasks/{SpeakerSearchTaskId}',
  StopSpeakerSearchTask:
    'POST /voice-connectors/{VoiceConnectorId}/speaker-search-tasks/{SpeakerSearchTaskId}?operation=stop',
  StartVoiceToneAnalysisTask: 'POST /voice-connectors/{VoiceConnectorId}/voice-tone-analysis-tasks',
  GetVoiceToneAnalysisTask:
    'GET /voice-connectors/{VoiceConnectorId}/voice-tone-analysis-tasks/{VoiceToneAnalysisTaskId}',
  StopVoiceToneAnalysisTask:
    'POST /voice-connectors/{VoiceConnectorId}/voice-tone-analysis-tasks/{VoiceToneAnalysisTaskId}?operation=stop',
  ValidateE911Address: 'POST /emergency-calling/address',
};
