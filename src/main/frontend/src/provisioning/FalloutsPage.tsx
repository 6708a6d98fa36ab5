import { CheckCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { Fallout } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { DueChip } from '../ui/DueChip';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { said } from '../ui/said';
import { Search } from '../ui/Search';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useWord } from '../ui/words';
import { falloutsQuery } from './queries';
import './fallouts.css';

const STATES = ['open', 'resolved'];

/** What failed and why; an open one leads to the task in which a person decides. */
export default function FalloutsPage() {
  const { t } = useTranslation('provisioning');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const systemName = useSystemName();
  const { values, change, clear, filtered } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', ...filters } = values;
  const fallouts = useQuery({
    ...falloutsQuery({ ...filters, page, size }),
    refetchInterval: polling && 30_000,
  });

  return (
    <div className="page">
      <PageHead
        title={t('title')}
        after={fallouts.data && <span className="muted">{tu('total', { count: fallouts.data.total })}</span>}
      />
      <section className="card">
        <div className="filters">
          <Search
            value={values.q}
            placeholder={t('searchHint')}
            width={260}
            onSearch={(q) => change({ q })}
          />
          <Chips
            label={t('state')}
            all={tu('all')}
            values={STATES.map((state) => ({ value: state, label: word('provisioning:states', state) }))}
            value={values.state}
            onChange={(state) => change({ state })}
          />
        </div>
        <Table<Fallout>
          rowKey="id"
          size="medium"
          dataSource={fallouts.error ? [] : fallouts.data?.items}
          loading={fallouts.isPending || fallouts.isPlaceholderData}
          scroll={{ x: 1080 }}
          columns={[
            {
              title: t('what'),
              key: 'what',
              render: (_, row) => (
                <>
                  <div className="fallout-text">{said(row.message)}</div>
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
                    <code>{row.workOrderId ?? row.serviceOrderId}</code>
                  </div>
                </>
              ),
            },
            {
              title: t('state'),
              key: 'state',
              width: 150,
              render: (_, row) => (
                <>
                  <Tag tone={row.state === 'open' ? 'bad' : 'good'}>
                    {word('provisioning:states', row.state)}
                  </Tag>
                  {row.resolution && (
                    <div className="fallout-sub">{word('provisioning:resolutions', row.resolution)}</div>
                  )}
                </>
              ),
            },
            {
              title: t('attempts'),
              key: 'attempts',
              width: 84,
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
              width: 150,
              render: (_, row) =>
                row.due && row.state === 'open' ? <DueChip created={row.created} due={row.due} /> : '–',
            },
            {
              title: '',
              key: 'go',
              width: 110,
              render: (_, row) =>
                row.state === 'open' ? <Link to={`/inbox/all?q=${row.id}`}>{t('resolve')}</Link> : null,
            },
          ]}
          pagination={{
            current: Number(page) + 1,
            pageSize: Number(size),
            total: fallouts.data?.total ?? 0,
            hideOnSinglePage: true,
          }}
          onChange={(next) => change({ page: (next.current ?? 1) - 1 || '' })}
          locale={{
            emptyText: fallouts.isPending ? (
              <div className="calls-wait" />
            ) : (
              <ListEmpty
                error={fallouts.error}
                onRetry={() => void fallouts.refetch()}
                filtered={filtered}
                onClear={clear}
                none={<Blank icon={<CheckCircleOutlined />} title={t('none')} hint={t('noneHint')} />}
              />
            ),
          }}
        />
      </section>
    </div>
  );
}
