import { CheckCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client';
import { useLiveStatus } from '../../api/live';
import type { Matter } from '../../api/types';
import { Blank, Failure } from '../../ui/Blank';
import { DueChip } from '../../ui/DueChip';
import { useTitle } from '../../ui/PageHead';
import { Tag } from '../../ui/Tag';
import { minute } from '../../ui/time';
import { Waiting } from '../../ui/Waiting';
import { Timeline } from '../Timeline';
import '../../ordering/order.css';
import './matter.css';

/** One customer matter: what it has come by, who has it now, and everything that happened, in one line of time. */
export default function MatterPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('matter');
  const polling = useLiveStatus() === 'polling';
  const matter = useQuery({
    queryKey: ['instances', 'matter', id, i18n.language],
    queryFn: ({ signal }) => api.get<Matter>(`/api/matters/${id}`, undefined, { signal }),
    refetchInterval: polling && 30_000,
  });
  useTitle(matter.data?.name ?? id);

  if (matter.error) return <Failure error={matter.error} onRetry={() => void matter.refetch()} />;
  if (!matter.data)
    return (
      <div className="page">
        <div className="card matter-wait">
          <Waiting rows={10} />
        </div>
      </div>
    );
  const { name, customerName, number, now, stations, timeline } = matter.data;
  return (
    <div className="page">
      <header className="card order-head">
        <div className="order-title">
          <h1>{name}</h1>
          <span>{customerName}</span>
          <span className="order-id number">{number}</span>
        </div>
      </header>
      <div className="order-grid">
        <div className="order-main">
          <section className="card" aria-labelledby="matter-now">
            <div className="card-head">
              <h2 id="matter-now">{t('now')}</h2>
            </div>
            {now.length === 0 ? (
              <Blank icon={<CheckCircleOutlined />} title={t('nobody')} hint={t('nobodyHint')} />
            ) : (
              <ul className="matter-now">
                {now.map((one) => (
                  <li key={one.taskId ?? one.number}>
                    <div className="matter-doing">
                      {one.taskId ? (
                        <Link to={`/inbox/all/${one.taskId}`}>{one.doing}</Link>
                      ) : (
                        <b>{one.doing}</b>
                      )}
                      <code>{one.number}</code>
                      {one.due && <DueChip created={one.since} due={one.due} />}
                    </div>
                    <dl>
                      <div>
                        <dt>{t('holder')}</dt>
                        <dd>
                          {one.holder}
                          {one.taskId && !one.claimed && <span className="muted"> · {t('unclaimed')}</span>}
                        </dd>
                      </div>
                      <div>
                        <dt>{t('since')}</dt>
                        <dd className="number">{minute(one.since)}</dd>
                      </div>
                      {one.due && (
                        <div>
                          <dt>{t('due')}</dt>
                          <dd className="number">{minute(one.due)}</dd>
                        </div>
                      )}
                      {one.next.length > 0 && (
                        <div>
                          <dt>{t('next')}</dt>
                          <dd>{one.next.join(' / ')}</dd>
                        </div>
                      )}
                    </dl>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="card" aria-labelledby="matter-stations">
            <div className="card-head">
              <h2 id="matter-stations">{t('stations')}</h2>
            </div>
            <Stations stations={stations} />
          </section>
        </div>
        <section className="card order-timeline" aria-labelledby="matter-timeline">
          <div className="card-head">
            <h2 id="matter-timeline">{t('timeline')}</h2>
          </div>
          <Timeline entries={timeline} error={undefined} onRetry={() => void matter.refetch()} />
        </section>
      </div>
    </div>
  );
}

function Stations({ stations }: { stations: Matter['stations'] }) {
  const { t } = useTranslation('matter');
  const depth = new Map<string, number>();
  for (const { number, parent } of stations)
    depth.set(number, parent && depth.has(parent) ? depth.get(parent)! + 1 : 0);
  return (
    <ol className="matter-stations">
      {stations.map((one) => (
        <li key={one.number} data-ended={!!one.ended} data-depth={depth.get(one.number)}>
          <span className="matter-kind">{one.kindName}</span>
          <span className="matter-name">
            {one.page ? <Link to={one.page}>{one.name}</Link> : one.name}
            {one.kind !== 'agreement' && one.kind !== 'return-call' && <code>{one.number}</code>}
          </span>
          <Tag tone={one.ended ? 'plain' : 'info'}>{one.stateName}</Tag>
          <span className="matter-time number">
            {minute(one.began)}
            {one.ended && one.ended !== one.began && ` – ${minute(one.ended)}`}
            {!one.ended && one.due && ` · ${t('dueAt', { time: minute(one.due) })}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
