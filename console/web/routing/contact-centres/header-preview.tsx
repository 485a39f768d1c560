import type { ReactElement } from 'react';
import { contextHeaders } from '../../../../shared/contracts/header-profiles.ts';
import styles from '../forms/forms.module.css';
import type { ContactCentre } from '../table-parts.ts';
import { exampleContextId, profileWords } from './profile-words.ts';

/** What the contact centre gets with a call, for an example id. */
export function HeaderPreview({ centre }: { readonly centre: ContactCentre }): ReactElement {
  const profile = centre.headerProfile ?? 'rfc7433';
  const headers = contextHeaders(
    {
      profile,
      ...(centre.headerName === undefined ? {} : { name: centre.headerName }),
      ...(centre.headers === undefined ? {} : { fixed: centre.headers }),
    },
    exampleContextId,
  );
  return (
    <div className={styles['stack']}>
      <p>{profileWords[profile].needs}</p>
      {headers === undefined ? (
        <p className={styles['soft']}>No header is sent.</p>
      ) : (
        <pre className={styles['mono']}>
          {Object.entries(headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n')}
        </pre>
      )}
    </div>
  );
}
