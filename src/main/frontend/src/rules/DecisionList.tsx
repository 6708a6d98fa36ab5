import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DecisionRow } from '../api/types';
import { Blank, Failure } from '../ui/Blank';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { decisionsQuery } from './queries';
import { useTableWords } from './useTableWords';

export function DecisionList() {
  const { t } = useTranslation('rules');
  const words = useTableWords();
  const decisions = useQuery(decisionsQuery);
  if (decisions.error) return <Failure error={decisions.error} onRetry={() => void decisions.refetch()} />;
  return (
    <Table<DecisionRow>
      rowKey="id"
      size="medium"
      dataSource={decisions.data}
      loading={decisions.isPending}
      pagination={false}
      scroll={{ x: 900 }}
      locale={{
        emptyText: decisions.isPending ? <div className="calls-wait" /> : <Blank title={t('none')} />,
      }}
      columns={[
        {
          title: t('table'),
          key: 'name',
          render: (_, row) => (
            <>
              <Link to={`/rules/tables/${row.id}`}>{words.table(row.id, row.name)}</Link>
              <div className="rules-sub">
                <code>{row.id}</code>
                <span>{words.about(row.id)}</span>
              </div>
            </>
          ),
        },
        { title: t('ruleCount'), key: 'rules', width: 90, align: 'right', render: (_, row) => row.rules },
        { title: t('version'), key: 'version', width: 80, align: 'right', render: (_, row) => row.version },
        {
          title: t('state'),
          key: 'state',
          width: 220,
          render: (_, row) => (
            <span className="rules-tags">
              <Tag tone={row.edited ? 'info' : 'plain'}>{t(row.edited ? 'edited' : 'packaged')}</Tag>
              {row.packageMoved && <Tag tone="warn">{t('packageMoved')}</Tag>}
            </span>
          ),
        },
        {
          title: t('lastChange'),
          key: 'changed',
          width: 260,
          render: (_, row) =>
            row.changed ? (
              <>
                <span className="number nowrap">{minute(row.changed)}</span> {row.changedBy ?? t('byPackage')}
                <div className="rules-sub">{row.note}</div>
              </>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}
