import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { DeploymentFacts } from '../config/deployment-config.ts';
import { acknowledge, acknowledgeWildcard } from '../constructs/acknowledge.ts';
import { BridgeFunction } from '../constructs/bridge-function.ts';
import { CallMedia } from '../constructs/call-media.ts';
import { ChimeProvider } from '../constructs/chime-provider.ts';
import { meetingEvents } from '../constructs/meeting-events.ts';
import { SipMediaApplication } from '../constructs/sip-media-application.ts';
import { deployedFunction } from '../deployed-function.ts';
import { output } from '../constructs/output.ts';
import { outputs } from '../outputs.ts';
import { arnsIn } from '../permissions/arns.ts';
import { meetingEventsPermissions } from '../permissions/meeting-events.ts';
import { smaPermissions } from '../permissions/sma.ts';
import { meetingEventsSettings, regionsOf, smaSettings } from '../settings.ts';
import { BridgeStack, type BridgeStackProps } from './bridge-stack.ts';
import type { NumbersStack } from './numbers-stack.ts';

export interface CallsStackProps extends BridgeStackProps {
  readonly facts: DeploymentFacts;
  readonly numbers: NumbersStack;
}

/** Few advisers come and go at the same moment, and an event that finds no room is sent again. */
const meetingEventsAtOnce = 5;

/** All that takes calls in one Region. */
export class CallsStack extends BridgeStack {
  readonly sma: BridgeFunction;
  readonly meetingEvents: BridgeFunction;
  readonly sipMediaApplication: SipMediaApplication;
  readonly media: CallMedia;
  readonly adviserBus: EventBus;

  constructor(scope: Construct, id: string, props: CallsStackProps) {
    super(scope, id, props);
    const { config, facts, names, bundles, numbers, env } = props;
    const { key } = this;
    const { region } = env;
    const arns = arnsIn(this);
    this.media = new CallMedia(this, 'Media', { config, key });
    this.adviserBus = new EventBus(this, 'Advisers', {
      eventBusName: names.adviserBus,
      description: 'Callers who wait in a meeting for an adviser: by ids, never by name or number.',
    });

    this.sma = new BridgeFunction(this, 'Sma', {
      names,
      config,
      bundles,
      key,
      of: deployedFunction('sma'),
      settings: smaSettings(
        { config, facts, names, phoneNumber: numbers.phoneNumber },
        {
          defaultDestination: numbers.defaultDestination(config.defaultDestination),
          promptsBucket: this.media.prompts.bucketName,
          recordingsBucket: this.media.recordings.bucketName,
        },
      ),
      statements: smaPermissions({
        arns,
        names,
        key,
        region,
        others: regionsOf(config).filter((each) => each !== region),
      }),
      reservedConcurrency: config.concurrency.sma,
    });
    acknowledge(this.sma, {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'A meeting has no ARN before chime:CreateMeetingWithAttendees made it; traces know no resources.',
    });
    acknowledgeWildcard(this.sma, arns.meetings(), 'A meeting gets its id when it is opened for a caller.');

    this.sipMediaApplication = new SipMediaApplication(this, 'SipMediaApplication', {
      provider: new ChimeProvider(this, 'Chime', {
        names,
        config,
        bundles,
        key,
        of: 'calls',
        resourceTypes: ['Custom::SipMediaApplication'],
        functions: [this.sma.function],
      }),
      name: names.sipMediaApplication,
      region,
      function: this.sma.function,
      tags: this.resourceTags,
    });
    this.media.serve(this.sipMediaApplication.arn);

    this.meetingEvents = new BridgeFunction(this, 'MeetingEventsFunction', {
      names,
      config,
      bundles,
      key,
      of: deployedFunction('meeting-events'),
      settings: meetingEventsSettings({ names }, { sipMediaApplicationId: this.sipMediaApplication.applicationId }),
      statements: meetingEventsPermissions({
        arns,
        names,
        key,
        region,
        sipMediaApplicationArn: this.sipMediaApplication.arn,
      }),
      reservedConcurrency: meetingEventsAtOnce,
    });
    // News that is older than this is news no longer; Lambda would keep it for hours (Lambda developer guide, asynchronous invocation).
    this.meetingEvents.function.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: Duration.minutes(4) });
    meetingEvents(this, 'MeetingEvents', this.meetingEvents.function);
    this.#outputs();
  }

  #outputs(): void {
    output(
      this,
      outputs.promptsBucket,
      this.media.prompts.bucketName,
      'Prompts of routing tables and waiting music: WAV files, 8 kHz, mono.',
    );
    output(this, 'RecordingsBucket', this.media.recordings.bucketName);
    output(this, 'AdviserBus', this.adviserBus.eventBusName);
    output(this, 'SipMediaApplicationId', this.sipMediaApplication.applicationId);
  }
}
