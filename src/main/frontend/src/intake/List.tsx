import { ArrowRightOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IntakeRow, Page } from '../api/types';
import { useCityName, useMe } from '../shell/session';
import { DueChip } from '../ui/DueChip';
import { paged, sortedBy } from '../ui/paged';
import { minute } from '../ui/time';
import { IntakeState } from './StateTag';
import { useName } from './useName';

/** Every intake that matches, as rows. */
export function List({
  rows,
  sort,
  size,
  page,
  empty,
  onChange,
}: {
  rows: UseQueryResult<Page<IntakeRow>>;
  sort: string;
  size: number;
  page: number;
  empty: ReactNode;
  onChange: (changes: Record<string, string | number>) => void;
}) {
  const { t } = useTranslation('intake');
  const me = useMe();
  const cityName = useCityName();
  const nameOf = useName();
  const sorted = sortedBy(sort);
  const columns: TableProps<IntakeRow>['columns'] = [
    {
      title: t('id'),
      key: 'id',
      width: 132,
      render: (_, row) => (
        <Link to={`/intakes/${row.id}`} className="number">
          {row.id}
        </Link>
      ),
    },
    {
      title: t('customer'),
      key: 'customerName',
      width: 190,
      ellipsis: true,
      ...sorted('customerName'),
      render: (_, row) => row.customerName,
    },
    {
      title: t('what'),
      key: 'kind',
      ellipsis: true,
      ...sorted('kind'),
      render: (_, row) => (
        <span className="intake-what" title={row.need}>
          <b>{nameOf(row)}</b> <span className="muted">{row.need}</span>
        </span>
      ),
    },
    {
      title: t('stateLabel'),
      key: 'state',
      width: 190,
      ...sorted('state'),
      render: (_, row) => <IntakeState row={row} />,
    },
    {
      title: t('channels'),
      key: 'channels',
      width: 190,
      render: (_, row) => <ChannelsOf row={row} />,
    },
    {
      title: t('due'),
      key: 'due',
      width: 128,
      render: (_, row) => row.due && <DueChip created={row.created} due={row.due} />,
    },
    {
      title: t('created'),
      key: 'created',
      width: 146,
      ...sorted('created'),
      render: (_, row) => <span className="number nowrap">{minute(row.created)}</span>,
    },
    ...(me.cities.length > 1
      ? [
          {
            title: t('city'),
            key: 'city',
            width: 92,
            render: (_: unknown, row: IntakeRow) => cityName(row.city),
          },
        ]
      : []),
  ];
  return (
    <Table<IntakeRow>
      rowKey="id"
      size="medium"
      columns={columns}
      dataSource={rows.error ? [] : rows.data?.items}
      loading={rows.isPending || rows.isPlaceholderData}
      scroll={{ x: 1180 }}
      {...paged<IntakeRow>(rows.data, page, size, onChange)}
      locale={{ emptyText: rows.isPending ? <div className="intake-wait" /> : empty }}
    />
  );
}

/** Where the customer spoke, and where it is now. */
function ChannelsOf({ row }: { row: IntakeRow }) {
  const { t } = useTranslation('intake');
  const now = row.collaborating ?? row.handling;
  return (
    <span className="nowrap">
      {t(`channel.${row.contact}`)}
      {now !== row.contact && (
        <>
          {' '}
          <ArrowRightOutlined className="muted" aria-label={t('then')} /> {t(`channel.${now}`)}
        </>
      )}
      {row.holderName && <span className="muted"> · {row.holderName}</span>}
    </span>
  );
}
