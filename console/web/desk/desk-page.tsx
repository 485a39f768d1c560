import { Suspense, useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { lateComponent } from '../ui/late-component.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { usePreloaded } from '../ui/use-preloaded.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Announced } from './calls/announced.tsx';
import { CallList } from './calls/call-list.tsx';
import { PhonePanel } from './calls/phone-panel.tsx';
import styles from './desk.module.css';
import { MeetingPanel } from './meeting/meeting-panel.tsx';
import { useMeeting } from './meeting/use-meeting.ts';
import { useDesk } from './use-desk.ts';

// Of a caller, as soon as one is open.
const ContextPanel = lateComponent(() =>
  import('./context/context-panel.tsx').then(({ ContextPanel: panel }) => panel),
);
const Deeds = lateComponent(() => import('./deeds/deeds.tsx').then(({ Deeds: deeds }) => deeds));
const MyDestinations = lateComponent(() =>
  import('./destinations/my-destinations.tsx').then(({ MyDestinations: dialog }) => dialog),
);

/** Before a call comes: who waits for it is to see who calls, whatever the network does by then. */
const callerParts = [ContextPanel.load, Deeds.load] as const;

/** Who is calling, and why, as calls come in; and what can be done with them. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function DeskPage(): ReactElement {
  const desk = useDesk();
  const meeting = useMeeting();
  usePreloaded(callerParts);
  const { config } = useSession();
  const [isChoosing, setChoosing] = useState(false);
  const [askedFor, setAskedFor] = useState<string>();
  const { live, open, openCall } = desk;
  const isUnderWay = openCall?.summary?.ending === 'underWay';
  const show: typeof desk.show = (call) => {
    setAskedFor(call.contextId);
    desk.show(call);
  };
  return (
    <Page
      title="Desk"
      wide
      actions={<Button onPress={() => setChoosing(true)}>My destinations ({desk.mine.length})</Button>}
    >
      <p role="status" className={styles['heard']}>
        {desk.news}
      </p>
      {live.connection === 'lost' && (
        <Notice
          tone="warning"
          title="Calls cannot be watched right now"
          actions={<Button onPress={live.askNow}>Ask now</Button>}
        >
          What is listed may be old. It is asked for again by itself.
        </Notice>
      )}
      <Announced calls={desk.announced} onShow={show} />
      <MeetingPanel meeting={meeting} isLocal={config.local !== undefined} />
      <div className={styles['desk']}>
        <div className={styles['side']}>
          {config.local !== undefined && <PhonePanel phones={desk.phones} />}
          <CallList calls={desk.calls} now={live.now} openId={open?.contextId} onShow={show} />
          {config.local === undefined && (
            <p className={styles['soft']}>
              Whom a call rings is known once somebody answers. To see who calls while it rings, have your contact
              centre open the desk: <Link href="/desk/contact-centres">how that is set up</Link>.
            </p>
          )}
          {config.local !== undefined && (
            <p className={styles['soft']}>
              <Link href="/desk/contact-centres">How real contact centres open the desk</Link>
            </p>
          )}
        </div>
        <div className={styles['main']}>
          {open === undefined ? (
            <Empty title="No caller is open">
              A call that rings at this desk opens here by itself, and so does a caller who waits in a meeting of yours.
              Other calls for your destinations are announced, and one press opens them. Any other is opened from the
              list.
            </Empty>
          ) : (
            <Suspense fallback={<Waiting />}>
              <ContextPanel
                key={open.contextId}
                contextId={open.contextId}
                call={openCall}
                now={live.now}
                isAskedFor={askedFor === open.contextId}
                onClose={desk.close}
              >
                {openCall !== undefined && isUnderWay && (
                  <Deeds key={openCall.transactionId} call={openCall} now={live.now} meeting={meeting} />
                )}
              </ContextPanel>
            </Suspense>
          )}
        </div>
      </div>
      {isChoosing && (
        <Suspense fallback={null}>
          <MyDestinations chosen={desk.mine} onChoose={desk.chooseMine} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </Page>
  );
}
