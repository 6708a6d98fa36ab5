import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Query } from '../api/client';
import { useLiveStatus } from '../api/live';
import type { Page } from '../api/types';
import { Failure } from '../ui/Blank';
import { Waiting } from '../ui/Waiting';

const SHOWN = 6;

/** The first few of a list, how many there are, and the way to all of them. */
export function Panel<T>({
  title,
  queryKey,
  path,
  query,
  all,
  none,
  row,
}: {
  title: string;
  /** Under which key live events renew it. */
  queryKey: string;
  path: string;
  query: Query;
  all?: string;
  /** What an empty one says. */
  none: string;
  row: (item: T) => { id: string; to?: string; name: ReactNode; about?: ReactNode; chip?: ReactNode };
}) {
  const { t } = useTranslation('overview');
  const polling = useLiveStatus() === 'polling';
  const list = useQuery({
    queryKey: [queryKey, 'overview', path, query],
    queryFn: ({ signal }) => api.get<Page<T>>(path, { ...query, size: SHOWN }, { signal }),
    refetchInterval: polling ? 30_000 : 120_000,
  });
  const count = list.data && (list.data.totalIsAtLeast ? `${list.data.total}+` : list.data.total);
  return (
    <section className="card panel" aria-label={title}>
      <header className="card-head">
        <h2>{title}</h2>
        {!!count && <span className="panel-count number">{count}</span>}
        {all && (
          <Link to={all} className="panel-all" aria-label={`${title}: ${t('all')}`}>
            {t('all')}
          </Link>
        )}
      </header>
      {list.error ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting rows={3} />
      ) : list.data.items.length === 0 ? (
        <p className="panel-none muted">{none}</p>
      ) : (
        <ul>
          {list.data.items.map(row).map(({ id, to, name, about, chip }) => (
            <li key={id}>
              <div>
                {to ? <Link to={to}>{name}</Link> : <span>{name}</span>}
                {about && <span className="panel-about">{about}</span>}
              </div>
              {chip}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
