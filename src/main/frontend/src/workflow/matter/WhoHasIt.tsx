import { CheckCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Matter } from '../../api/types';
import { Blank } from '../../ui/Blank';
import { DueChip } from '../../ui/DueChip';
import { minute } from '../../ui/time';
import './matter.css';

/** Who has something now, since when and until when. */
export function WhoHasIt({ now }: { now: Matter['now'] }) {
  const { t } = useTranslation('matter');
  return now.length === 0 ? (
    <Blank icon={<CheckCircleOutlined />} title={t('nobody')} hint={t('nobodyHint')} />
  ) : (
    <ul className="matter-now">
      {now.map((one) => (
        <li key={one.taskId ?? one.number}>
          <div className="matter-doing">
            {one.taskId ? <Link to={`/inbox/all/${one.taskId}`}>{one.doing}</Link> : <b>{one.doing}</b>}
            <code>{one.number}</code>
            {one.due && <DueChip created={one.since} due={one.due} time={one.time} />}
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
  );
}
