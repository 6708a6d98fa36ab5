import { CheckCircleOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Fallout, Page } from '../api/types';
import { ServiceOrderLink } from '../ordering/ServiceOrderLink';
import { useSystemName } from '../systems/useSystemName';
import { Blank } from '../ui/Blank';
import { DueChip } from '../ui/DueChip';
import { ListEmpty } from '../ui/ListEmpty';
import { said } from '../ui/said';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useWord } from '../ui/words';

/** One by one: what failed and why; open ones can be selected and sent again. */
export function FalloutTable({
  fallouts,
  page,
  filtered,
  onClear,
  onPage,
  onOpen,
  selected,
  onSelect,
}: {
  fallouts: UseQueryResult<Page<Fallout>>;
  page: { page: string; size: string };
  filtered: boolean;
  onClear: () => void;
  onPage: (page: number) => void;
  onOpen: (id: string) => void;
  selected: Fallout[];
  onSelect: (rows: Fallout[]) => void;
}) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const systemName = useSystemName();

  return (
    <Table<Fallout>
      rowKey="id"
      size="medium"
      dataSource={fallouts.error ? [] : fallouts.data?.items}
      loading={fallouts.isPending || fallouts.isPlaceholderData}
      scroll={{ x: 1120 }}
      rowSelection={{
        selectedRowKeys: selected.map(({ id }) => id),
        preserveSelectedRowKeys: true,
        onChange: (_, rows) => onSelect(rows),
        getCheckboxProps: (row) => ({
          disabled: row.state !== 'open',
          'aria-label': t('select', { id: row.id }),
        }),
        getTitleCheckboxProps: () => ({ 'aria-label': t('selectAll') }),
      }}
      columns={[
        {
          title: t('what'),
          key: 'what',
          render: (_, row) => (
            <>
              <button type="button" className="calls-open fallout-text" onClick={() => onOpen(row.id)}>
                {row.message ? said(row.message) : word('systems:errors', row.errorClass)}
              </button>
              <div className="fallout-sub">
                <code>{row.id}</code>
                <span>{systemName(row.system)}</span>
                <span>{word('systems:steps', row.step)}</span>
                <span>{word('systems:errors', row.errorClass)}</span>
              </div>
            </>
          ),
        },
        {
          title: t('order'),
          key: 'order',
          width: 190,
          render: (_, row) => (
            <>
              <Link to={`/orders/${row.orderId}`}>{row.orderId}</Link>
              <div className="fallout-sub">
                {row.workOrderId ? (
                  <code>{row.workOrderId}</code>
                ) : (
                  <ServiceOrderLink id={row.serviceOrderId} />
                )}
              </div>
            </>
          ),
        },
        {
          title: t('customer'),
          key: 'customer',
          width: 160,
          ellipsis: true,
          render: (_, row) => <span title={row.customerName}>{row.customerName}</span>,
        },
        {
          title: t('state'),
          key: 'state',
          width: 120,
          render: (_, row) => (
            <>
              <Tag tone={row.state === 'open' ? 'bad' : 'good'}>{word('provisioning:states', row.state)}</Tag>
              {row.resolution && (
                <div className="fallout-sub">{word('provisioning:resolutions', row.resolution)}</div>
              )}
            </>
          ),
        },
        {
          title: t('attempts'),
          key: 'attempts',
          width: 72,
          align: 'right',
          render: (_, row) => row.attempts,
        },
        {
          title: t('created'),
          key: 'created',
          width: 150,
          render: (_, row) => <span className="number nowrap">{minute(row.created)}</span>,
        },
        {
          title: t('due'),
          key: 'due',
          width: 140,
          render: (_, row) =>
            row.due && row.state === 'open' ? <DueChip created={row.created} due={row.due} /> : '–',
        },
        {
          title: t('actions'),
          key: 'go',
          width: 88,
          render: (_, row) =>
            row.state === 'open' ? <Link to={`/inbox/all?q=${row.id}`}>{t('resolve')}</Link> : null,
        },
      ]}
      pagination={{
        current: Number(page.page) + 1,
        pageSize: Number(page.size),
        total: fallouts.data?.total ?? 0,
        hideOnSinglePage: true,
      }}
      onChange={(next) => onPage((next.current ?? 1) - 1)}
      locale={{
        emptyText: fallouts.isPending ? (
          <div className="calls-wait" />
        ) : (
          <ListEmpty
            error={fallouts.error}
            onRetry={() => void fallouts.refetch()}
            filtered={filtered}
            onClear={onClear}
            none={<Blank icon={<CheckCircleOutlined />} title={t('none')} hint={t('noneHint')} />}
          />
        ),
      }}
    />
  );
}
