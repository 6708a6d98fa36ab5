import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLiveStatus } from '../../api/live';
import type { Matter } from '../../api/types';
import { Failure } from '../../ui/Blank';
import { useTitle } from '../../ui/PageHead';
import { Tag } from '../../ui/Tag';
import { minute } from '../../ui/time';
import { Waiting } from '../../ui/Waiting';
import { Timeline } from '../Timeline';
import { matterQuery } from './queries';
import { WhoHasIt } from './WhoHasIt';
import '../../ordering/order.css';
import './matter.css';

/** One customer matter: what it has come by, who has it now, and everything that happened, in one line of time. */
export default function MatterPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('matter');
  const polling = useLiveStatus() === 'polling';
  const matter = useQuery({
    ...matterQuery(id, i18n.language),
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
            <WhoHasIt now={now} />
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
