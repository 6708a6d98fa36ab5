import { InboxOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { useLiveStatus } from '../../api/live';
import type { Page, Started } from '../../api/types';
import { Blank } from '../../ui/Blank';
import { Chips } from '../../ui/Chips';
import { DueChip } from '../../ui/DueChip';
import { useFilters } from '../../ui/filters';
import { ListEmpty } from '../../ui/ListEmpty';
import { PageHead } from '../../ui/PageHead';
import { paged } from '../../ui/paged';
import { Tag } from '../../ui/Tag';
import { minute } from '../../ui/time';
import { Total } from '../../ui/Total';
import './started.css';

const STATES = ['running', 'ended'] as const;

/** What one has begun, open or ended: where each stands, who has it, and the way to it. */
export default function StartedPage() {
  const { t } = useTranslation('started');
  const { t: tu } = useTranslation('ui');
  const { values, change, clear } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', sort = 'started,desc', state } = values;
  const rows = useQuery({
    queryKey: ['instances', 'started', { page, size, sort, state }],
    queryFn: ({ signal }) =>
      api.get<Page<Started>>('/api/me/started', { page, size, sort, state }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: polling && 30_000,
  });
  const [field, way] = sort.split(',');

  const columns: TableProps<Started>['columns'] = [
    {
      title: t('what'),
      key: 'what',
      render: (_, row) => (
        <span className="started-what">
          {row.page ? <Link to={row.page}>{row.name}</Link> : (row.name ?? row.processName)}
          <span className="muted">
            {row.processName} {row.number && <code>{row.number}</code>}
          </span>
        </span>
      ),
    },
    { title: t('customer'), key: 'customer', ellipsis: true, render: (_, row) => row.customerName ?? '–' },
    {
      title: t('state'),
      key: 'state',
      width: 130,
      render: (_, row) => (
        <Tag tone={row.state === 'running' ? 'info' : 'plain'}>
          {row.stateName ?? t(row.state as 'running')}
        </Tag>
      ),
    },
    {
      title: t('now'),
      key: 'now',
      render: (_, row) => <Holder row={row} />,
    },
    {
      title: t('due'),
      key: 'due',
      width: 150,
      render: (_, row) => {
        const due = row.due ?? row.now[0]?.due;
        if (!due) return '–';
        return row.ended ? (
          <span className="number nowrap">{minute(due)}</span>
        ) : (
          <DueChip created={row.started} due={due} />
        );
      },
    },
    {
      title: t('started'),
      key: 'started',
      width: 150,
      sorter: true,
      sortOrder: field === 'started' ? (way === 'asc' ? 'ascend' : 'descend') : null,
      render: (_, row) => <span className="number nowrap">{minute(row.started)}</span>,
    },
  ];

  return (
    <div className="page">
      <PageHead title={t('title')} after={rows.data && <Total of={rows.data} />}>
        <Chips
          label={t('state')}
          all={tu('all')}
          values={STATES.map((one) => ({ value: one, label: t(one) }))}
          value={state}
          onChange={(chosen) => change({ state: chosen })}
        />
        <Link to="/inbox/started">
          <Button tabIndex={-1}>{t('tasks')}</Button>
        </Link>
      </PageHead>
      <section className="card">
        <Table<Started>
          rowKey="instanceId"
          size="medium"
          columns={columns}
          dataSource={rows.error ? [] : rows.data?.items}
          loading={rows.isPending || rows.isPlaceholderData}
          scroll={{ x: 960 }}
          {...paged<Started>(rows.data, page, size, change)}
          locale={{
            emptyText: rows.isPending ? (
              ' '
            ) : (
              <ListEmpty
                error={rows.error}
                onRetry={() => void rows.refetch()}
                filtered={!!state}
                onClear={clear}
                none={<Blank icon={<InboxOutlined />} title={t('none')} hint={t('noneHint')} />}
              />
            ),
          }}
        />
      </section>
    </div>
  );
}

function Holder({ row }: { row: Started }) {
  const { t } = useTranslation('started');
  const { t: tw } = useTranslation('workflow');
  const [first, ...others] = row.now;
  if (!first) return <span className="muted">{row.ended ? '–' : t('byItself')}</span>;
  return (
    <span className="started-what">
      <span>
        {first.holder}
        {first.taskId && !first.claimed && <span className="muted"> · {tw('unclaimed')}</span>}
      </span>
      <span className="muted">
        {first.taskId ? <Link to={`/inbox/all/${first.taskId}`}>{first.doing}</Link> : first.doing}
        {others.length > 0 && ` · ${t('more', { count: others.length })}`}
      </span>
    </span>
  );
}
