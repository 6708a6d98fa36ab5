import type { UseQueryResult } from '@tanstack/react-query';
import { Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpportunityRow, Page } from '../api/types';
import { useCityName, useMe } from '../shell/session';
import { paged, sortedBy } from '../ui/paged';
import { minute } from '../ui/time';
import { AgeChip } from './AgeChip';
import { AgreementEnd } from './AgreementEnd';
import { OpportunityState } from './StateTag';
import { yuan } from './stages';

/** Every opportunity that matches, as rows. */
export function List({
  rows,
  sort,
  size,
  page,
  ending,
  empty,
  onChange,
}: {
  rows: UseQueryResult<Page<OpportunityRow>>;
  sort: string;
  size: number;
  page: number;
  /** Whether it is about agreements that end. */
  ending: boolean;
  empty: ReactNode;
  onChange: (changes: Record<string, string | number>) => void;
}) {
  const { t } = useTranslation('opportunity');
  const me = useMe();
  const cityName = useCityName();
  const sorted = sortedBy(sort);
  const columns: TableProps<OpportunityRow>['columns'] = [
    {
      title: t('id'),
      key: 'id',
      width: 136,
      render: (_, row) => (
        <Link to={`/opportunities/${row.id}`} className="number">
          {row.id}
        </Link>
      ),
    },
    { title: t('name'), key: 'name', ellipsis: true, ...sorted('name'), render: (_, row) => row.name },
    {
      title: t('customer'),
      key: 'customerName',
      ellipsis: true,
      ...sorted('customerName'),
      render: (_, row) => row.customerName,
    },
    {
      title: t('where'),
      key: 'state',
      width: 124,
      ...sorted('state'),
      render: (_, row) => <OpportunityState row={row} />,
    },
    {
      title: t('stageAge'),
      key: 'stageSince',
      width: 156,
      ...sorted('stageSince'),
      render: (_, row) => <AgeChip row={row} />,
    },
    {
      title: t('expectedRevenue'),
      key: 'expectedRevenue',
      width: 132,
      align: 'end',
      ...sorted('expectedRevenue'),
      render: (_, row) => <span className="number">{yuan(row.expectedRevenue)}</span>,
    },
    {
      title: t('owner'),
      key: 'owner',
      width: 104,
      ellipsis: true,
      render: (_, row) => row.ownerName ?? (row.ownerGroup ? t('group') : '–'),
    },
    {
      title: t('source'),
      key: 'source',
      width: 104,
      render: (_, row) => t(`sources.${row.source as 'hotline'}`),
    },
    ending
      ? {
          title: t('agreementEnds'),
          key: 'agreementEnds',
          width: 150,
          ...sorted('agreementEnds'),
          render: (_, row) => row.agreementEnds && <AgreementEnd day={row.agreementEnds} />,
        }
      : {
          title: t('created'),
          key: 'created',
          width: 150,
          ...sorted('created'),
          render: (_, row) => <span className="number nowrap">{minute(row.created)}</span>,
        },
    ...(me.cities.length > 1
      ? [
          {
            title: t('city'),
            key: 'city',
            width: 80,
            render: (_: unknown, row: OpportunityRow) => cityName(row.city),
          },
        ]
      : []),
  ];
  return (
    <Table<OpportunityRow>
      rowKey="id"
      size="medium"
      columns={columns}
      dataSource={rows.error ? [] : rows.data?.items}
      loading={rows.isPending || rows.isPlaceholderData}
      scroll={{ x: 1120 }}
      {...paged<OpportunityRow>(rows.data, page, size, onChange)}
      locale={{ emptyText: rows.isPending ? <div className="opportunity-wait" /> : empty }}
    />
  );
}
