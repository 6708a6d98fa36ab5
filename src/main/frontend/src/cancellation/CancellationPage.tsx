import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { CancellationDetail } from '../api/types';
import { useCityName } from '../shell/session';
import { CallsPart } from '../systems/CallsPart';
import { Failure } from '../ui/Blank';
import { CopyButton } from '../ui/JsonView';
import { useTitle } from '../ui/PageHead';
import { Tabs } from '../ui/Tabs';
import { day, minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { DiagramPart } from '../workflow/DiagramPart';
import { Timeline } from '../workflow/Timeline';
import MatterLink from '../workflow/matter/MatterLink';
import { Lines } from './Lines';
import { money } from './money';
import { cancellationCallsQuery, cancellationQuery, cancellationTimelineQuery } from './queries';
import { CancellationState } from './StateTag';
import { Votes } from './Votes';
import '../ordering/order.css';
import '../opportunity/opportunity.css';
import './cancellation.css';

const WithdrawDialog = lazy(() => import('./WithdrawDialog'));

type Tab = 'lines' | 'votes' | 'diagram' | 'calls';

export default function CancellationPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('cancellation');
  const [params, setParams] = useSearchParams();
  const polling = useLiveStatus() === 'polling';
  const cancellation = useQuery({ ...cancellationQuery(id), refetchInterval: polling && 30_000 });
  const timeline = useQuery({ ...cancellationTimelineQuery(id), enabled: !!cancellation.data });
  const calls = useQuery({ ...cancellationCallsQuery(id), enabled: !!cancellation.data });
  const tab = (params.get('tab') ?? 'lines') as Tab;
  useTitle(cancellation.data ? t('of', { customer: cancellation.data.customerName }) : id);

  if (cancellation.error)
    return <Failure error={cancellation.error} onRetry={() => void cancellation.refetch()} />;
  if (!cancellation.data)
    return (
      <div className="page">
        <div className="card entry-wait">
          <Waiting rows={10} />
        </div>
      </div>
    );
  const shown = cancellation.data;

  return (
    <div className="page">
      <Head cancellation={shown} />
      <div className="order-grid">
        <div className="order-main">
          <section className="card order-tabs">
            <Tabs<Tab>
              label={t('of', { customer: shown.customerName })}
              active={tab}
              onChange={(key) => setParams(key === 'lines' ? {} : { tab: key }, { replace: true })}
              tabs={[
                {
                  key: 'lines',
                  label: t('tab.lines', { count: shown.lines.length }),
                  children: (
                    <Lines
                      lines={shown.lines}
                      ended={['completed', 'partial', 'failed'].includes(shown.state)}
                    />
                  ),
                },
                {
                  key: 'votes',
                  label: t('tab.votes', { count: shown.votes.length }),
                  children: <Votes votes={shown.votes} />,
                },
                {
                  key: 'diagram',
                  label: t('tab.diagram'),
                  children: shown.instanceId && <DiagramPart instanceId={shown.instanceId} />,
                },
                {
                  key: 'calls',
                  label: t('tab.calls', { count: calls.data?.length ?? 0 }),
                  children: <CallsPart calls={calls} />,
                },
              ]}
            />
          </section>
        </div>
        <section className="card order-timeline" aria-labelledby="cancellation-timeline">
          <div className="card-head">
            <h2 id="cancellation-timeline">{t('timeline')}</h2>
            <MatterLink id={id} />
          </div>
          <Timeline entries={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />
        </section>
      </div>
    </div>
  );
}

function Head({ cancellation }: { cancellation: CancellationDetail }) {
  const { t } = useTranslation('cancellation');
  const cityName = useCityName();
  const [withdrawing, setWithdrawing] = useState(false);
  const facts: [string, React.ReactNode][] = [
    [t('customerLevel'), cancellation.customerLevel],
    [t('city'), cityName(cancellation.city)],
    [t('day'), day(cancellation.day)],
    [t('owner'), cancellation.ownerName ?? t('nobody')],
    [t('createdBy'), `${cancellation.createdByName} ${minute(cancellation.created)}`],
    [t('endedAt'), cancellation.ended && minute(cancellation.ended)],
    [
      t('order'),
      cancellation.orderId && (
        <Link key="order" to={`/orders/${cancellation.orderId}`}>
          {cancellation.orderId}
        </Link>
      ),
    ],
    [
      t('charge.title'),
      cancellation.charge &&
        `${t('yuan', { amount: money(cancellation.charged) })} · ${t(`charge.${cancellation.charge as 'asked'}`)}`,
    ],
  ];
  const notes: [string, string | null | undefined][] = [
    [t('reason'), cancellation.reason],
    [t('retentionNote'), cancellation.retentionNote],
    [t('waiverReason'), cancellation.choice === 'waive' ? cancellation.waiverReason : undefined],
    [t('message'), cancellation.state === 'withdrawn' ? cancellation.message : undefined],
  ];

  return (
    <header className="card order-head">
      <div className="order-title">
        <h1>{t('of', { customer: cancellation.customerName })}</h1>
        <span className="order-id number">
          {cancellation.id}
          <CopyButton text={cancellation.id} label={t('copyId')} />
        </span>
        <CancellationState state={cancellation.state} />
        <div className="order-progress">
          {['retention', 'settlement', 'approval'].includes(cancellation.state) && (
            <Link to={`/inbox/all?q=${cancellation.id}`}>
              <Button tabIndex={-1}>{t('toTask')}</Button>
            </Link>
          )}
          {cancellation.mayWithdraw && (
            <Button danger onClick={() => setWithdrawing(true)}>
              {t('withdraw.action')}
            </Button>
          )}
        </div>
      </div>
      <dl className="cancellation-sums">
        <Sum name={t('penalty')} amount={cancellation.penalty} />
        <Sum
          name={t('waivedShare', { percent: Number(cancellation.waivedPercent) })}
          amount={cancellation.waived}
        />
        <Sum name={t('due')} amount={cancellation.due} />
      </dl>
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
      {notes.map(
        ([name, text]) =>
          text && (
            <p key={name} className="order-note">
              <span className="muted">{name}</span> {text}
            </p>
          ),
      )}
      <Suspense>
        {withdrawing && <WithdrawDialog cancellation={cancellation} onClose={() => setWithdrawing(false)} />}
      </Suspense>
    </header>
  );
}

function Sum({ name, amount }: { name: string; amount: number | string }) {
  const { t } = useTranslation('cancellation');
  return (
    <div>
      <dt>{name}</dt>
      <dd>{t('yuan', { amount: money(amount) })}</dd>
    </div>
  );
}
