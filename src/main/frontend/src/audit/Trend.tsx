import { BarChartOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InterfaceTrend } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { Blank, Failure } from '../ui/Blank';
import { useFilters } from '../ui/filters';
import { day } from '../ui/time';
import { trendQuery } from './queries';

/** Per system and week: how much was compared, and how much of that differed. */
export function Trend() {
  const { t } = useTranslation('audit');
  const systemName = useSystemName();
  const { values } = useFilters();
  const trend = useQuery(trendQuery(values.city));
  if (trend.error) return <Failure error={trend.error} onRetry={() => void trend.refetch()} />;
  const share = (row: InterfaceTrend) => (row.elements === 0 ? 0 : (100 * row.different) / row.elements);

  const columns: TableProps<InterfaceTrend>['columns'] = [
    {
      title: t('week'),
      key: 'week',
      width: 120,
      render: (_, row) => <span className="number">{day(row.week)}</span>,
    },
    { title: t('system'), key: 'system', width: 180, render: (_, row) => systemName(row.system) },
    number('records', t('recordsCount')),
    number('silent', t('silent')),
    number('elements', t('elements')),
    number('different', t('differed')),
    {
      title: t('share'),
      key: 'share',
      render: (_, row) => (
        <span className="audit-share">
          <span className="audit-bar" aria-hidden>
            <span style={{ width: `${share(row)}%` }} />
          </span>
          <span className="number">{share(row).toFixed(1)}%</span>
        </span>
      ),
    },
  ];

  return (
    <Table<InterfaceTrend>
      rowKey={(row) => row.week + row.system}
      size="medium"
      columns={columns}
      dataSource={trend.data}
      loading={trend.isPending}
      pagination={false}
      scroll={{ x: 860 }}
      locale={{
        emptyText: <Blank icon={<BarChartOutlined />} title={t('noTrend')} hint={t('noTrendHint')} />,
      }}
    />
  );
}

function number(key: 'records' | 'silent' | 'elements' | 'different', title: string) {
  return {
    title,
    key,
    width: 110,
    align: 'end' as const,
    render: (_: unknown, row: InterfaceTrend) => <span className="number">{row[key]}</span>,
  };
}
