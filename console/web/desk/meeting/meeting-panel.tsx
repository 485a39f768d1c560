import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select } from '../../ui/select.tsx';
import desk from '../desk.module.css';
import { Section } from '../../ui/section.tsx';
import type { MeetingSnapshot, MeetingVisit } from './meeting-visit.ts';
import type { Meeting } from './use-meeting.ts';

interface Props {
  readonly meeting: Meeting;
  /** There is no WebRTC in the local cloud. */
  readonly isLocal: boolean;
}

/** The meeting that the agent is in. */
export function MeetingPanel({ meeting, isLocal }: Props): ReactElement | null {
  const { visit, snapshot } = meeting;
  if (visit === undefined || snapshot === undefined) return null;
  const { kind } = snapshot.state;
  const isOver = kind !== 'joining' && kind !== 'there';
  return (
    <Section title="Meeting">
      {isLocal && (
        <p className={desk['soft']}>
          In the local cloud the adviser speaks through a local telephone: this browser’s microphone is not used.
        </p>
      )}
      <div role="status">
        <Told snapshot={snapshot} />
      </div>
      {!isOver && <Handles visit={visit} snapshot={snapshot} />}
      {isOver && (
        <div className={desk['buttons']}>
          <Button onPress={meeting.forget}>Close</Button>
        </div>
      )}
    </Section>
  );
}

const linkWords = {
  good: 'You are in the meeting.',
  poor: 'You are in the meeting. The connection is poor: the caller may not understand you.',
  reconnecting: 'The connection was lost. It is being made again.',
} as const;

function Told({ snapshot: { state } }: { readonly snapshot: MeetingSnapshot }): ReactElement {
  switch (state.kind) {
    case 'joining':
      return <p>Joining</p>;
    case 'there':
      return <p>{`${linkWords[state.link]}${state.isMuted ? ' You are muted.' : ''}`}</p>;
    case 'left':
      return <p>You have left the meeting, or it is over.</p>;
    case 'failed':
      return (
        <Notice tone="error" title={state.words}>
          {state.forward}
        </Notice>
      );
    case 'refused':
      return <ProblemNotice problem={state.problem} />;
  }
}

interface HandlesProps {
  readonly visit: MeetingVisit;
  readonly snapshot: MeetingSnapshot;
}

function Handles({ visit, snapshot: { state, inputs, input } }: HandlesProps): ReactElement {
  const isMuted = state.kind === 'there' && state.isMuted;
  return (
    <div className={desk['buttons']}>
      {inputs.length > 1 && (
        <Select label="Microphone" items={inputs} selected={input} onSelect={(id) => visit.chooseInput(id)} />
      )}
      {visit.mute !== undefined && state.kind === 'there' && (
        <Button onPress={() => visit.mute?.(!isMuted)}>{isMuted ? 'Unmute yourself' : 'Mute yourself'}</Button>
      )}
      <Button variant="danger" onPress={() => visit.leave()}>
        Leave the meeting
      </Button>
    </div>
  );
}
