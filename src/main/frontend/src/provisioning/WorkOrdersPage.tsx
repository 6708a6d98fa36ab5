import { CarryOutOutlined, DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { url } from '../api/client';
import { useLiveStatus } from '../api/live';
import type { WorkOrderPage } from '../api/types';
import { CitySelect } from '../shell/CitySelect';
import { useMe } from '../shell/session';
import { useSystemName } from '../systems/useSystemName';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { DueChip } from '../ui/DueChip';
import { AtRisk } from '../ui/AtRisk';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Search } from '../ui/Search';
import { StateTag } from '../ui/StateTag';
import { MoreThanShown, Total } from '../ui/Total';
import { sortOf } from '../ui/paged';
import { minute } from '../ui/time';
import { useWord } from '../ui/words';
import { FalloutLink } from './FalloutLink';
import { workOrdersQuery } from './queries';
import { WorkOrderDrawer } from './WorkOrderDrawer';
import './fallouts.css';

const STAGES = ['generated', 'dispatched', 'executing', 'withdrawing', 'done', 'archived', 'cancelled'];

const TYPES = ['construction', 'opening', 'installation'] as const;

const ATTENTION = ['late', 'atRisk', 'failing'] as const;

/** The queue of operations: what is being built, what is late, and what failed. */
export default function WorkOrdersPage() {
  const { t } = useTranslation('provisioning');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const word = useWord();
  const systemName = useSystemName();
  const { values, change, clear, filtered } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', sort = 'due,asc', order: shown, ...filters } = values;
  // nobody's queue is what is over: that is shown when asked for
  const query = { ...filters, open: filters.stage || filters.q ? undefined : true };
  const orders = useQuery({
    ...workOrdersQuery({ ...query, page, size, sort }),
    refetchInterval: polling && 30_000,
  });
  const [sortField, sortWay] = sort.split(',');
  const sorted = (field: string) =>
    sortField === field ? (sortWay === 'desc' ? ('descend' as const) : ('ascend' as const)) : null;

  return (
    <div className="page">
      <PageHead title={t('workOrder.title')} after={<Total of={orders.data} />}>
        <Button icon={<DownloadOutlined />} href={url('/api/work-orders/export', query)}>
          {t('export')}
        </Button>
      </PageHead>
      <section className="card">
        <div className="filters">
          <Search
            value={values.q}
            placeholder={t('workOrder.searchHint')}
            width={260}
            onSearch={(q) => change({ q })}
          />
          <Chips
            label={t('state')}
            all={t('workOrder.open')}
            values={STAGES.map((stage) => ({ value: stage, label: word('ui:state', stage) }))}
            value={values.stage}
            onChange={(stage) => change({ stage })}
          />
          <Chips
            label={t('workOrder.attention')}
            all={tu('all')}
            values={[
              { value: 'late', label: t('workOrder.late') },
              { value: 'atRisk', label: tu('risk.word') },
              { value: 'failing', label: t('workOrder.failing') },
            ]}
            value={ATTENTION.find((one) => values[one])}
            onChange={(chosen) =>
              change(Object.fromEntries(ATTENTION.map((one) => [one, one === chosen ? 'true' : ''])))
            }
          />
          <Select
            allowClear
            aria-label={t('workOrder.type')}
            placeholder={t('workOrder.type')}
            style={{ width: 130 }}
            value={values.type}
            onChange={(type) => change({ type })}
            options={TYPES.map((type) => ({ value: type, label: t(`workOrder.types.${type}`) }))}
          />
          <CitySelect label={t('workOrder.city')} value={values.city} onChange={(city) => change({ city })} />
        </div>
        <Table<WorkOrderPage>
          rowKey="id"
          size="medium"
          dataSource={orders.error ? [] : orders.data?.items}
          loading={orders.isPending || orders.isPlaceholderData}
          scroll={{ x: 1100 }}
          columns={[
            {
              title: t('workOrder.what'),
              key: 'what',
              render: (_, row) => (
                <>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => change({ order: row.id, page: page === '0' ? '' : page })}
                  >
                    {row.description}
                  </button>
                  <div className="fallout-sub">
                    <code>{row.id}</code>
                    {row.generation > 1 && <span>{t('workOrder.again', { count: row.generation })}</span>}
                    {row.openFallout && <FalloutLink id={row.openFallout} />}
                  </div>
                </>
              ),
            },
            {
              title: t('customer'),
              key: 'customerName',
              sorter: true,
              sortOrder: sorted('customerName'),
              ellipsis: true,
              render: (_, row) => <span title={row.customerName}>{row.customerName}</span>,
            },
            {
              title: t('workOrder.order'),
              key: 'order',
              width: 150,
              render: (_, row) =>
                me.modules.includes('orders') ? (
                  <Link to={`/orders/${row.orderId}`} className="number">
                    {row.orderId}
                  </Link>
                ) : (
                  <code>{row.orderId}</code>
                ),
            },
            {
              title: t('state'),
              key: 'state',
              width: 110,
              sorter: true,
              sortOrder: sorted('state'),
              render: (_, row) => <StateTag state={row.stage} />,
            },
            {
              title: t('workOrder.unit'),
              key: 'unit',
              width: 130,
              ellipsis: true,
              render: (_, row) => systemName(row.unit),
            },
            {
              title: t('workOrder.priority'),
              key: 'priority',
              width: 110,
              sorter: true,
              sortOrder: sorted('priority'),
              render: (_, row) => word('ordering:priorities', String(row.priority)),
            },
            {
              title: t('workOrder.due'),
              key: 'due',
              width: 170,
              sorter: true,
              sortOrder: sorted('due'),
              render: (_, row) =>
                row.completed ? (
                  <span className="number nowrap">{minute(row.completed)}</span>
                ) : (
                  <>
                    <DueChip created={row.created} due={row.due} />{' '}
                    {row.expected && (
                      <AtRisk due={row.due} expected={row.expected} cases={row.expectedFrom ?? 0} short />
                    )}
                  </>
                ),
            },
          ]}
          pagination={{
            current: Number(page) + 1,
            pageSize: Number(size),
            total: orders.data?.total ?? 0,
            hideOnSinglePage: true,
          }}
          onChange={(next, _filters, sorter) => {
            const first = Array.isArray(sorter) ? sorter[0] : sorter;
            const wanted = sortOf(sorter);
            const same = wanted === (values.sort ?? (first?.columnKey === 'due' ? sort : ''));
            change({ page: same ? (next.current ?? 1) - 1 || '' : '', sort: wanted });
          }}
          locale={{
            emptyText: orders.isPending ? (
              <div className="calls-wait" />
            ) : (
              <ListEmpty
                error={orders.error}
                onRetry={() => void orders.refetch()}
                filtered={filtered}
                onClear={clear}
                none={
                  <Blank
                    icon={<CarryOutOutlined />}
                    title={t('workOrder.none')}
                    hint={t('workOrder.noneHint')}
                  />
                }
              />
            ),
          }}
        />
        <MoreThanShown of={orders.data} />
      </section>
      <WorkOrderDrawer id={shown} onClose={() => change({ order: '', page: page === '0' ? '' : page })} />
    </div>
  );
}
