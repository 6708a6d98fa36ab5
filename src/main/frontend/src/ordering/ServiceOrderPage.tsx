import { WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { OrderDetail, ServiceOrder } from '../api/types';
import { useCityName } from '../shell/session';
import { CallTable } from '../systems/CallTable';
import { Failure } from '../ui/Blank';
import { CopyButton } from '../ui/JsonView';
import { useTitle } from '../ui/PageHead';
import { StateTag } from '../ui/StateTag';
import { Tabs } from '../ui/Tabs';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useBilingual, useWord } from '../ui/words';
import { DiagramPart } from '../workflow/DiagramPart';
import { matterQuery } from '../workflow/matter/queries';
import { WhoHasIt } from '../workflow/matter/WhoHasIt';
import { Timeline } from '../workflow/Timeline';
import { Characteristics } from './Characteristics';
import { isFinal, isLate } from './progress';
import {
  orderCallsQuery,
  orderOfQuery,
  orderQuery,
  orderTimelineQuery,
  serviceOrderInstanceQuery,
} from './queries';
import { ServiceOrderLink } from './ServiceOrderLink';
import { ServiceOrderTree } from './ServiceOrders';
import './order.css';

type Tab = 'diagram' | 'calls' | 'items';

/** One service order: its part of what its order's page shows, and who has it now. */
export default function ServiceOrderPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('ordering');
  const [params, setParams] = useSearchParams();
  const polling = useLiveStatus() === 'polling';
  const belonging = useQuery(orderOfQuery(id));
  const orderId = belonging.data?.orderId ?? '';
  const order = useQuery({
    ...orderQuery(orderId),
    enabled: !!orderId,
    refetchInterval: ({ state }) => polling && state.data && !isFinal(state.data.state) && 30_000,
  });
  const timeline = useQuery({ ...orderTimelineQuery(orderId), enabled: !!orderId });
  const calls = useQuery({ ...orderCallsQuery(orderId), enabled: !!orderId });
  const matter = useQuery({ ...matterQuery(orderId, i18n.language), enabled: !!orderId });
  const instance = useQuery({ ...serviceOrderInstanceQuery(id), enabled: !!orderId });
  const tab = (params.get('tab') ?? 'diagram') as Tab;
  useTitle(id);

  const failed = [belonging, order].find(({ error }) => error);
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  const serviceOrder = order.data?.serviceOrders.find((one) => one.id === id);
  if (!order.data || !serviceOrder) {
    return (
      <div className="page">
        <div className="card entry-wait">
          <Waiting rows={10} />
        </div>
      </div>
    );
  }

  const own = isOf(serviceOrder);
  const now = matter.data?.now.filter(({ number }) => own(number));
  const ownCalls = calls.data?.filter(({ key }) => own(key));
  return (
    <div className="page">
      <Head serviceOrder={serviceOrder} order={order.data} />
      <div className="order-grid">
        <div className="order-main">
          <section className="card" aria-labelledby="service-order-now">
            <div className="card-head">
              <h2 id="service-order-now">{t('serviceOrder.now')}</h2>
            </div>
            {matter.error ? (
              <Failure error={matter.error} onRetry={() => void matter.refetch()} />
            ) : !now ? (
              <Waiting rows={2} />
            ) : now.length === 0 && !isFinal(serviceOrder.state) ? (
              <p className="order-none">{t('serviceOrder.nobody')}</p>
            ) : (
              <WhoHasIt now={now} />
            )}
          </section>
          <section className="card" aria-labelledby="service-order-tree">
            <div className="card-head">
              <h2 id="service-order-tree">{t('tree.title')}</h2>
            </div>
            <ServiceOrderTree shown={[serviceOrder]} all={order.data.serviceOrders} />
          </section>
          <section className="card order-tabs">
            <Tabs<Tab>
              label={id}
              active={tab}
              onChange={(key) => setParams(key === 'diagram' ? {} : { tab: key }, { replace: true })}
              tabs={[
                {
                  key: 'diagram',
                  label: t('tab.diagram'),
                  children: instance.error ? (
                    <Failure error={instance.error} onRetry={() => void instance.refetch()} />
                  ) : instance.data ? (
                    <DiagramPart instanceId={instance.data} />
                  ) : (
                    <p className="order-none">{t('serviceOrder.noInstance')}</p>
                  ),
                },
                {
                  key: 'calls',
                  label: t('tab.calls', { count: ownCalls?.length ?? 0 }),
                  children: (
                    <CallTable
                      calls={ownCalls}
                      loading={calls.isPending}
                      error={calls.error}
                      onRetry={() => void calls.refetch()}
                    />
                  ),
                },
                {
                  key: 'items',
                  label: t('serviceOrder.characteristics', { count: serviceOrder.characteristics.length }),
                  children:
                    serviceOrder.characteristics.length > 0 ? (
                      <div className="items">
                        <Characteristics of={serviceOrder.characteristics} />
                      </div>
                    ) : (
                      <p className="order-none">{t('serviceOrder.noCharacteristics')}</p>
                    ),
                },
              ]}
            />
          </section>
        </div>
        <section className="card order-timeline" aria-labelledby="service-order-timeline">
          <div className="card-head">
            <h2 id="service-order-timeline">{t('timeline')}</h2>
            <Link to={`/orders/${orderId}`}>{t('serviceOrder.wholeOrder')}</Link>
          </div>
          <Timeline
            entries={timeline.data?.filter(({ subject }) => subject && own(subject))}
            error={timeline.error}
            onRetry={() => void timeline.refetch()}
          />
        </section>
      </div>
    </div>
  );
}

/** Whether a number or a step's key is about this service order, its work orders or what holds them. */
function isOf(serviceOrder: ServiceOrder): (number: string) => boolean {
  const ids = [serviceOrder, ...serviceOrder.workOrders].flatMap(({ id, openFallout }) =>
    openFallout ? [id, openFallout] : [id],
  );
  return (number) => ids.some((id) => number === id || number.startsWith(`${id}:`));
}

function Head({ serviceOrder, order }: { serviceOrder: ServiceOrder; order: OrderDetail }) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const word = useWord();
  const cityName = useCityName();
  const item = order.items.find((one) => one.id === serviceOrder.itemId);
  const shown: [string, React.ReactNode][] = [
    [
      t('serviceOrder.order'),
      <Link key="order" to={`/orders/${order.id}`}>
        {order.id}
      </Link>,
    ],
    [t('serviceOrder.item'), item && bilingual(item, 'name')],
    [t('city'), cityName(order.customer.city)],
    [t('action.title'), word('ordering:action', serviceOrder.action)],
    [t('tree.by'), bilingual(serviceOrder, 'pathName')],
    [t('priority'), word('ordering:priorities', String(order.priority))],
    [t('created'), minute(serviceOrder.created)],
    [t('due'), minute(serviceOrder.due)],
    [t('completed'), serviceOrder.completed && minute(serviceOrder.completed)],
    [
      t('serviceOrder.dependsOn'),
      serviceOrder.dependsOn.length > 0 && <Links key="before" ids={serviceOrder.dependsOn} />,
    ],
    [
      t('serviceOrder.replacedBy'),
      serviceOrder.replacedBy && <ServiceOrderLink key="after" id={serviceOrder.replacedBy} />,
    ],
  ];
  return (
    <header className="card order-head">
      <div className="order-title">
        <h1>{bilingual(serviceOrder, 'productName')}</h1>
        <span>{order.customer.name}</span>
        <span className="order-id number">
          {serviceOrder.id}
          <CopyButton text={serviceOrder.id} label={t('serviceOrder.copyId')} />
        </span>
        <StateTag state={serviceOrder.state} />
        {isLate(serviceOrder) && (
          <Tag tone="bad">
            <WarningFilled aria-hidden /> {t('late')}
          </Tag>
        )}
      </div>
      <dl className="facts">
        {shown.map(
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

function Links({ ids }: { ids: string[] }) {
  return ids.map((id) => (
    <span key={id}>
      <ServiceOrderLink id={id} />{' '}
    </span>
  ));
}
