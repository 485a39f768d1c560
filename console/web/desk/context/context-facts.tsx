import { Fragment, type ReactElement } from 'react';
import type { CallContextResponse } from '../../../../shared/contracts/console-api.ts';
import type { LiveCall } from '../../../../shared/contracts/desk-api.ts';
import { Notice } from '../../ui/notice.tsx';
import { Ago, Moment } from '../../ui/moment.tsx';
import { lengthWords } from '../calls/desk-words.ts';
import desk from '../desk.module.css';
import { CallerPlace } from './caller-place.tsx';
import { entrySentences, localeWords, warningsOf } from './context-words.ts';
import styles from './context.module.css';
import { HiddenValue } from './hidden-value.tsx';

interface Props {
  readonly context: CallContextResponse['callContext'];
  readonly call: LiveCall | undefined;
  readonly now: number;
}

/** All that is known of a caller. What they said is text, whatever it looks like. */
export function ContextFacts({ context, call, now }: Props): ReactElement {
  const { callerName, reason, accountId, phoneNumber, location, locale, attributes, ingress, createdAt } = context;
  return (
    <div className={styles['body']}>
      <div className={styles['head']}>
        <p className={styles['name']}>{callerName ?? 'Name not known'}</p>
        <WaitingTime call={call} now={now} />
      </div>
      {warningsOf(context, now).map((warning) => (
        <Notice key={warning} tone="warning">
          {warning}
        </Notice>
      ))}
      <dl className={styles['facts']}>
        <dt>Reason</dt>
        <dd>{reason.id}</dd>
        {reason.words !== undefined && (
          <>
            <dt>In their own words</dt>
            <dd>
              <blockquote className={styles['words']}>“{reason.words}”</blockquote>
            </dd>
          </>
        )}
        {accountId !== undefined && (
          <>
            <dt>Account</dt>
            <dd>
              <HiddenValue name="account" text={accountId} />
            </dd>
          </>
        )}
        {phoneNumber !== undefined && (
          <>
            <dt>Number</dt>
            <dd>
              <HiddenValue name="number" text={phoneNumber} />
            </dd>
          </>
        )}
        {location !== undefined && (
          <>
            <dt>Where</dt>
            <dd>
              <CallerPlace location={location} />
            </dd>
          </>
        )}
        {locale !== undefined && (
          <>
            <dt>Language</dt>
            <dd>{localeWords(locale)}</dd>
          </>
        )}
        <dt>How</dt>
        <dd>
          {entrySentences[ingress]}, <Ago at={createdAt} /> (<Moment at={createdAt} style="time" />)
        </dd>
        {Object.entries(attributes).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={desk['soft']}>Every look at a caller is recorded, with who looked and when. This was one.</p>
    </div>
  );
}

/** Ticks while the caller waits. */
function WaitingTime({ call, now }: Pick<Props, 'call' | 'now'>): ReactElement | null {
  const summary = call?.summary;
  if (call === undefined || summary === undefined) return null;
  const { timeToAnswerMs, ending } = summary;
  if (timeToAnswerMs !== undefined) return <p>Waited for {lengthWords(timeToAnswerMs)}</p>;
  if (ending !== 'underWay') return <p>The call is over</p>;
  return (
    <p>
      Waits for <strong>{lengthWords(now - Date.parse(call.startedAt))}</strong>
    </p>
  );
}
