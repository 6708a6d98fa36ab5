import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FalloutDetail } from '../api/types';
import { CallLog } from '../systems/CallLog';
import { useSystemName } from '../systems/useSystemName';
import { Failure } from '../ui/Blank';
import { JsonView } from '../ui/JsonView';
import { said } from '../ui/said';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useWord } from '../ui/words';
import { Health, isDown } from './Health';
import { falloutQuery } from './queries';
import { SolvedCases } from './SolvedCases';

/** One fallout: what was asked and answered, the proof, what may be decided, and how others of its kind were solved. */
export function FalloutDrawer({
  id,
  onClose,
  onResend,
}: {
  id: string | undefined;
  onClose: () => void;
  onResend: (fallout: FalloutDetail) => void;
}) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const { data, error, refetch } = useQuery({ ...falloutQuery(id ?? ''), enabled: !!id });

  return (
    <Drawer
      open={!!id}
      onClose={onClose}
      size={760}
      title={id}
      extra={
        data && (
          <Tag tone={data.state === 'open' ? 'bad' : 'good'}>{word('provisioning:states', data.state)}</Tag>
        )
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <div className="call">
          <Facts fallout={data} />
          {data.message && <p className="call-error">{said(data.message)}</p>}
          {data.answers.length > 0 && (
            <section className="fallout-decide" aria-label={t('allowed')}>
              <Health health={data.health} />
              <span className="fallout-actions">
                {data.answers.includes('retry') && (
                  <Button type="primary" disabled={isDown(data.health)} onClick={() => onResend(data)}>
                    {t('resendOne')}
                  </Button>
                )}
                <Link to={`/inbox/all?q=${data.id}`}>
                  <Button>{t('decide')}</Button>
                </Link>
              </span>
              <span className="fallout-sub">
                {t('allowed')}:{' '}
                {data.answers.map((answer) => word('provisioning:answers', answer)).join(' · ')}
              </span>
            </section>
          )}
          <JsonView title={t('request')} value={data.call?.request} />
          <JsonView title={t('answer')} value={data.call?.answer} />
          {data.call && <CallLog callKey={data.call.key} />}
          <SolvedCases cases={data.similar} />
        </div>
      )}
    </Drawer>
  );
}

function Facts({ fallout }: { fallout: FalloutDetail }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const systemName = useSystemName();
  const facts: [string, React.ReactNode][] = [
    [t('customer'), fallout.customerName],
    [t('order'), <Link to={`/orders/${fallout.orderId}`}>{fallout.orderId}</Link>],
    [t('target'), systemName(fallout.system)],
    [t('step'), word('systems:steps', fallout.step)],
    [t('errorClass'), word('systems:errors', fallout.errorClass)],
    [t('attempts'), fallout.attempts],
    [t('created'), minute(fallout.created)],
    [t('owner'), fallout.ownerRole && word('shell:role', fallout.ownerRole)],
    [t('resolution'), fallout.resolution && word('provisioning:resolutions', fallout.resolution)],
    [t('note'), fallout.note],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          (value || value === 0) && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
