import { ToolOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { PartnerWorkOrder } from '../api/types';
import { useCityName, useMe } from '../shell/session';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { DueChip } from '../ui/DueChip';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Search } from '../ui/Search';
import { StateTag } from '../ui/StateTag';
import { Tag } from '../ui/Tag';
import { MoreThanShown, Total } from '../ui/Total';
import { minute } from '../ui/time';
import { partnerOrdersQuery } from './queries';
import { visit } from './visit';
import './partner.css';

/** All that a partner's people see: the work orders that were given to their partner. */
export default function PartnerPage() {
  const { t } = useTranslation('partner');
  const { organization } = useMe();
  const cityName = useCityName();
  const { values, change, clear, filtered } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', sort = 'due,asc', all, q } = values;
  const query = { q, open: all || q ? undefined : true, page, size, sort };
  const orders = useQuery({ ...partnerOrdersQuery(query), refetchInterval: polling && 30_000 });
  const [sortField, sortWay] = sort.split(',');
  const sorted = (field: string) =>
    sortField === field ? (sortWay === 'desc' ? ('descend' as const) : ('ascend' as const)) : null;

  return (
    <div className="page">
      <PageHead title={t('title', { partner: organization })} after={<Total of={orders.data} />} />
      <section className="card">
        <div className="filters">
          <Search
            value={q}
            placeholder={t('searchHint')}
            width={280}
            onSearch={(text) => change({ q: text })}
          />
          <Chips
            label={t('show')}
            all={t('open')}
            values={[{ value: 'all', label: t('all') }]}
            value={all ? 'all' : undefined}
            onChange={(one) => change({ all: one ? 'true' : '' })}
          />
        </div>
        <Table<PartnerWorkOrder>
          rowKey="id"
          size="medium"
          dataSource={orders.error ? [] : orders.data?.items}
          loading={orders.isPending || orders.isPlaceholderData}
          scroll={{ x: 960 }}
          columns={[
            {
              title: t('what'),
              key: 'id',
              render: (_, row) => (
                <>
                  <Link to={`/partner/${row.id}`}>{row.description}</Link>
                  <div className="partner-sub">
                    <code>{row.id}</code>
                  </div>
                </>
              ),
            },
            {
              title: t('place'),
              key: 'place',
              ellipsis: true,
              render: (_, row) => (
                <span title={row.place ?? undefined}>
                  {cityName(row.city)}
                  {row.place && <div className="partner-sub">{row.place}</div>}
                </span>
              ),
            },
            {
              title: t('state'),
              key: 'state',
              width: 130,
              render: (_, row) =>
                row.stopAsked ? <Tag tone="warn">{t('stopAsked')}</Tag> : <StateTag state={row.stage} />,
            },
            {
              title: t('visit'),
              key: 'visitFrom',
              width: 200,
              sorter: true,
              sortOrder: sorted('visitFrom'),
              render: (_, row) =>
                row.visitFrom && row.visitTo ? (
                  <span className="number nowrap">{visit(row.visitFrom, row.visitTo)}</span>
                ) : (
                  <span className="muted">{t('noVisit')}</span>
                ),
            },
            {
              title: t('due'),
              key: 'due',
              width: 170,
              sorter: true,
              sortOrder: sorted('due'),
              render: (_, row) =>
                row.completed ? (
                  <span className="number nowrap">{minute(row.completed)}</span>
                ) : (
                  <DueChip created={row.created} due={row.due} />
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
            const wanted = first?.order
              ? `${String(first.columnKey)},${first.order === 'ascend' ? 'asc' : 'desc'}`
              : '';
            change({ page: (next.current ?? 1) - 1 || '', sort: wanted });
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
                none={<Blank icon={<ToolOutlined />} title={t('none')} hint={t('noneHint')} />}
              />
            ),
          }}
        />
        <MoreThanShown of={orders.data} />
      </section>
    </div>
  );
}
