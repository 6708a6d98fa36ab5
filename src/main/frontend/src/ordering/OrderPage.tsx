import { WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { OrderDetail } from '../api/types';
import { CallsPart } from '../systems/CallsPart';
import { AtRisk } from '../ui/AtRisk';
import { Failure } from '../ui/Blank';
import { HiddenContact } from '../ui/HiddenContact';
import { CopyButton } from '../ui/JsonView';
import { useTitle } from '../ui/PageHead';
import { Progress } from '../ui/Progress';
import { StateTag } from '../ui/StateTag';
import { Tabs } from '../ui/Tabs';
import { Waiting } from '../ui/Waiting';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { Rollbacks } from '../provisioning/Rollbacks';
import { rollbacksQuery } from '../provisioning/queries';
import { DiagramPart } from '../workflow/DiagramPart';
import MatterLink from '../workflow/matter/MatterLink';
import { Timeline } from '../workflow/Timeline';
import { useCityName, useMe } from '../shell/session';
import { useWord } from '../ui/words';
import { Items } from './Items';
import { OrderActions } from './OrderActions';
import { OriginLink } from './OriginLink';
import { isFinal, progressOf } from './progress';
import {
  heldProductsQuery,
  orderCallsQuery,
  orderQuery,
  orderTimelineQuery,
  revealContact,
  revealOrderContact,
} from './queries';
import { HeldProducts } from './HeldProducts';
import { ServiceOrders } from './ServiceOrders';
import { Subscriptions } from './Subscriptions';
import { WhoseTime } from './WhoseTime';
import './order.css';

type Tab = 'diagram' | 'calls' | 'items' | 'held' | 'rollbacks';

export default function OrderPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('ordering');
  const [params, setParams] = useSearchParams();
  const polling = useLiveStatus() === 'polling';
  const order = useQuery({
    ...orderQuery(id),
    refetchInterval: ({ state }) => polling && state.data && !isFinal(state.data.state) && 30_000,
  });
  const timeline = useQuery({ ...orderTimelineQuery(id), enabled: !!order.data });
  const calls = useQuery({ ...orderCallsQuery(id), enabled: !!order.data });
  const { modules } = useMe();
  const rollbacks = useQuery({
    ...rollbacksQuery(id),
    enabled: !!order.data && modules.includes('fallouts'),
  });
  const held = useQuery({
    ...heldProductsQuery(order.data?.customer.id ?? ''),
    enabled: !!order.data,
  });
  const tab = (params.get('tab') ?? 'diagram') as Tab;
  useTitle(id);

  if (order.error) return <Failure error={order.error} onRetry={() => void order.refetch()} />;
  if (!order.data) {
    return (
      <div className="page">
        <div className="card entry-wait">
          <Waiting rows={10} />
        </div>
      </div>
    );
  }

  return (
    <div className="page">
      <Head
        order={order.data}
        rolledBack={!!rollbacks.data?.some((one) => one.state === 'undone' && !one.serviceOrderId)}
      />
      <div className="order-grid">
        <div className="order-main">
          <ServiceOrders order={order.data} />
          <Subscriptions order={order.data} />
          <WhoseTime of="orders" id={id} />
          <section className="card order-tabs">
            <Tabs<Tab>
              label={id}
              active={tab}
              onChange={(key) => setParams(key === 'diagram' ? {} : { tab: key }, { replace: true })}
              tabs={[
                {
                  key: 'diagram',
                  label: t('tab.diagram'),
                  children: order.data.instanceId ? (
                    <DiagramPart instanceId={order.data.instanceId} />
                  ) : (
                    <p className="order-none">{t('noInstance')}</p>
                  ),
                },
                {
                  key: 'calls',
                  label: t('tab.calls', { count: calls.data?.length ?? 0 }),
                  children: <CallsPart calls={calls} />,
                },
                {
                  key: 'items',
                  label: t('tab.items', { count: order.data.items.length }),
                  children: <Items order={order.data} />,
                },
                {
                  key: 'held',
                  label: t('tab.held', { count: held.data?.total ?? 0 }),
                  children: <HeldProducts held={held} customer={order.data.customer.id} />,
                },
                ...(rollbacks.data?.length
                  ? [
                      {
                        key: 'rollbacks' as const,
                        label: t('tab.rollbacks', { count: rollbacks.data.length }),
                        children: <Rollbacks rollbacks={rollbacks.data} />,
                      },
                    ]
                  : []),
              ]}
            />
          </section>
        </div>
        <section className="card order-timeline" aria-labelledby="order-timeline">
          <div className="card-head">
            <h2 id="order-timeline">{t('timeline')}</h2>
            <MatterLink id={id} />
          </div>
          <Timeline entries={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />
        </section>
      </div>
    </div>
  );
}

function Head({ order, rolledBack }: { order: OrderDetail; rolledBack: boolean }) {
  const { t } = useTranslation('ordering');
  const cityName = useCityName();
  const word = useWord();
  const { modules } = useMe();
  const named = order.contact;
  const contact = named ?? order.customer.contact;
  const facts: [string, React.ReactNode][] = [
    [t('city'), cityName(order.customer.city)],
    [
      t('contact'),
      contact && (
        <HiddenContact
          key="contact"
          hidden={{ name: contact.name, title: contact.title, phone: contact.phoneMasked }}
          label={t('reveal')}
          hint={t('revealHint')}
          reveal={
            modules.includes('order-entry')
              ? () => (named ? revealOrderContact(order.id) : revealContact(order.customer.id))
              : undefined
          }
        />
      ),
    ],
    [t('created'), minute(order.created)],
    [t('createdBy'), order.createdByName],
    [t('requestedDate'), order.requestedDate ?? t('entry.soonest')],
    [t('due'), <span key="due">{minute(order.due)}</span>],
    [t('completed'), order.completed ? minute(order.completed) : null],
    [t('template.title'), order.template],
    [t('category'), word('ordering:categories', order.category)],
    [t('origin'), order.contactId && <OriginLink key="origin" id={order.contactId} />],
    [t('priority'), t(`priorities.${order.priority as 0 | 1 | 2 | 3 | 4}`)],
    [t('mirror'), order.mirror?.state && <Mirror key="mirror" mirror={order.mirror} />],
  ];
  return (
    <header className="card order-head">
      <div className="order-title">
        <h1>{order.customer.name}</h1>
        {order.customer.level && (
          <Tag tone={order.customer.level === 'A' ? 'info' : 'plain'}>
            {t('level', { level: order.customer.level })}
          </Tag>
        )}
        <span className="order-id number">
          {order.id}
          <CopyButton text={order.id} label={t('copyId')} />
        </span>
        <StateTag state={order.state} />
        {rolledBack && <Tag tone="warn">{t('rolledBack')}</Tag>}
        {order.late && (
          <Tag tone="bad">
            <WarningFilled aria-hidden /> {t('late')}
          </Tag>
        )}
        {order.risk && <AtRisk due={order.due} {...order.risk} />}
        <div className="order-progress">
          <Progress {...progressOf(order)} label={t('progressOf', { id: order.id })} />
          <OrderActions order={order} />
        </div>
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
      {order.message && <p className="order-note tree-bad">{order.message}</p>}
      {order.note && (
        <p className="order-note">
          <span className="muted">{t('note')}</span> {order.note}
        </p>
      )}
    </header>
  );
}

function Mirror({ mirror }: { mirror: NonNullable<OrderDetail['mirror']> }) {
  const word = useWord();
  return `${word('ui:state', mirror.state ?? '')} ${mirror.at ? minute(mirror.at) : ''}`;
}
