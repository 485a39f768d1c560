import { Fragment, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../session/session.ts';
import { Page } from '../ui/page.tsx';
import { guide, guideTitle, type GuideBlock } from './wiring/guide.ts';
import styles from './wiring/wiring.module.css';

/** How real contact centres open the desk, with the addresses of this very console. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function ContactCentresPage(): ReactElement {
  const { config } = useSession();
  const { origin } = location;
  const { tokenEndpoint } = config.signIn;
  const blocks = guide({ origin, api: new URL(config.api, origin).href, tokenEndpoint });
  return (
    <Page title={guideTitle} actions={<Link href="/desk">To the desk</Link>}>
      <div className={styles['guide']}>
        {blocks.map((block) => (
          <Block key={JSON.stringify(block)} block={block} />
        ))}
      </div>
    </Page>
  );
}

function Block({ block }: { readonly block: GuideBlock }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.words}</h2> : <h3>{block.words}</h3>;
    case 'words':
      return (
        <p>
          <Words words={block.words} />
        </p>
      );
    case 'code':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by the keyboard too
        <pre className={styles['code']} tabIndex={0} role="group" aria-label="To copy">
          <code>{block.code}</code>
        </pre>
      );
    case 'list':
      return (
        <ul className={styles['list']}>
          {block.items.map((item) => (
            <li key={item}>
              <Words words={item} />
            </li>
          ))}
        </ul>
      );
  }
}

/** What is between grave accents is code. */
function Words({ words }: { readonly words: string }): ReactElement {
  return (
    <>
      {words.split('`').map((part, at) => (
        <Fragment key={`${at} ${part}`}>
          {at % 2 === 1 ? <code className={styles['inline']}>{part}</code> : part}
        </Fragment>
      ))}
    </>
  );
}
