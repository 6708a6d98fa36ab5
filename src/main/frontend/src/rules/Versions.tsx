import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionPage } from '../api/types';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useWord } from '../ui/words';
import { Differences } from './Differences';
import { differenceQuery } from './queries';

const SHOWN = 8;

/** What the table was before, whose change it was and why; one click returns to any of them. */
export function Versions({
  page,
  readOnly,
  changed,
  onReturn,
}: {
  page: DecisionPage;
  readOnly: boolean;
  /** Something typed would be lost. */
  changed: boolean;
  onReturn: (to: number | null, note: string) => Promise<void>;
}) {
  const { t } = useTranslation('rules');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const [shown, setShown] = useState<number>();
  const back = (to: number | null, name: string) => (
    <Popconfirm
      title={t('returnAsk', { version: name })}
      description={changed ? t('draftLost') : t('actsAtOnce')}
      okText={t('return')}
      cancelText={tu('cancel')}
      onConfirm={() => onReturn(to, t('returnNote', { version: name }))}
    >
      <Button size="small" type="link">
        {t('returnTo', { version: name })}
      </Button>
    </Popconfirm>
  );
  return (
    <section className="card rules-versions" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      {page.edited && (
        <p className="rules-tags">
          <Button size="small" type="link" onClick={() => setShown(shown === 0 ? undefined : 0)}>
            {t('againstPackage')}
          </Button>
          {!readOnly && back(null, t('packaged'))}
        </p>
      )}
      {shown === 0 && <Difference page={page} from={0} to={page.version} />}
      <ol>
        {page.versions.slice(0, SHOWN).map((version, at) => {
          const former = page.versions[at + 1]?.version;
          return (
            <li key={version.version}>
              <Tag tone={at === 0 ? 'good' : 'plain'}>{t('versionNumber', { version: version.version })}</Tag>
              <span className="number nowrap">{minute(version.at)}</span>
              <span>{word('rules:origins', version.origin)}</span>
              <span>{version.person}</span>
              {version.note && <q>{version.note}</q>}
              <span className="rules-tags">
                {former && (
                  <Button
                    size="small"
                    type="link"
                    aria-expanded={shown === version.version}
                    onClick={() => setShown(shown === version.version ? undefined : version.version)}
                  >
                    {t('difference')}
                  </Button>
                )}
                {at > 0 &&
                  !readOnly &&
                  back(version.version, t('versionNumber', { version: version.version }))}
              </span>
              {shown === version.version && former && (
                <Difference page={page} from={former} to={version.version} />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Difference({ page, from, to }: { page: DecisionPage; from: number; to: number }) {
  const difference = useQuery(differenceQuery(page.table.id, from, to));
  if (!difference.data) return <Waiting rows={2} />;
  return <Differences table={page.table} differences={difference.data} />;
}
