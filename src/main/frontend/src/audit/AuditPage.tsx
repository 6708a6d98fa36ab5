import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { AuditPage as Audit } from '../api/types';
import { useProductName } from '../ordering/useProductName';
import { useCityName } from '../shell/session';
import { CallsPart } from '../systems/CallsPart';
import { Failure } from '../ui/Blank';
import { CopyButton } from '../ui/JsonView';
import { useTitle } from '../ui/PageHead';
import { Tabs } from '../ui/Tabs';
import { minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { DiagramPart } from '../workflow/DiagramPart';
import { Differences } from './Differences';
import { auditCallsQuery, auditQuery } from './queries';
import { Records } from './Records';
import { AuditState } from './States';
import '../ordering/order.css';
import './audit.css';

type Tab = 'differences' | 'records' | 'diagram' | 'calls';

const WHILE_SOMETHING_RUNS = 2_000;
const RUNNING = ['proposed', 'repairing', 'rolling-back'];

export default function AuditPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('audit');
  const [params, setParams] = useSearchParams();
  const audit = useQuery({
    ...auditQuery(id),
    refetchInterval: ({ state }) => (isMoving(state.data) ? WHILE_SOMETHING_RUNS : false),
  });
  const calls = useQuery({ ...auditCallsQuery(id), enabled: !!audit.data });
  const tab = (params.get('tab') ?? 'differences') as Tab;
  useTitle(audit.data ? t('of', { customer: audit.data.customerName }) : id);

  if (audit.error) return <Failure error={audit.error} onRetry={() => void audit.refetch()} />;
  if (!audit.data)
    return (
      <div className="page">
        <div className="card entry-wait">
          <Waiting rows={10} />
        </div>
      </div>
    );
  const shown = audit.data;

  return (
    <div className="page">
      <Head audit={shown} />
      <section className="card order-tabs">
        <Tabs<Tab>
          label={t('of', { customer: shown.customerName })}
          active={tab}
          onChange={(key) => setParams(key === 'differences' ? {} : { tab: key }, { replace: true })}
          tabs={[
            {
              key: 'differences',
              label: t('differences', { count: shown.differences.length }),
              children: <Differences audit={shown} />,
            },
            {
              key: 'records',
              label: t('records', { count: shown.records.length }),
              children: <Records records={shown.records} />,
            },
            {
              key: 'diagram',
              label: t('diagram'),
              children: shown.instanceId && <DiagramPart instanceId={shown.instanceId} />,
            },
            {
              key: 'calls',
              label: t('calls', { count: calls.data?.length ?? 0 }),
              children: <CallsPart calls={calls} />,
            },
          ]}
        />
      </section>
    </div>
  );
}

function isMoving(audit: Audit | undefined): boolean {
  return (
    !!audit && (audit.state === 'asking' || audit.differences.some(({ state }) => RUNNING.includes(state)))
  );
}

function Head({ audit }: { audit: Audit }) {
  const { t } = useTranslation('audit');
  const cityName = useCityName();
  const productName = useProductName(audit.products);
  const facts: [string, React.ReactNode][] = [
    [
      t('order'),
      <Link key="order" to={`/orders/${audit.orderId}`}>
        {audit.orderId}
      </Link>,
    ],
    [t('product'), audit.products.map(productName).join(' · ')],
    [t('city'), cityName(audit.city)],
    [t('askedBy'), audit.askedByName ?? t('byClock')],
    [t('created'), minute(audit.created)],
    [t('compared'), audit.compared && minute(audit.compared)],
    [t('ended'), audit.ended && minute(audit.ended)],
    [t('round'), audit.round || undefined],
  ];
  return (
    <header className="card order-head">
      <div className="order-title">
        <h1>{t('of', { customer: audit.customerName })}</h1>
        <span className="order-id number">
          {audit.id}
          <CopyButton text={audit.id} label={t('copyId')} />
        </span>
        <AuditState state={audit.state} />
        {audit.state === 'different' && (
          <div className="order-progress">
            <Link to={`/inbox/all?q=${audit.id}`}>
              <Button tabIndex={-1}>{t('toTask')}</Button>
            </Link>
          </div>
        )}
      </div>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="number">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </header>
  );
}
