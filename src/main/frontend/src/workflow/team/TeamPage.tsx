import { TeamOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { useLiveStatus } from '../../api/live';
import type { TeamMember } from '../../api/types';
import { Blank } from '../../ui/Blank';
import { useFilters } from '../../ui/filters';
import { ListEmpty } from '../../ui/ListEmpty';
import { PageHead } from '../../ui/PageHead';
import { Search } from '../../ui/Search';
import './team.css';

/** The people below one and what they have in hand; each number leads to the tasks it counts. */
export default function TeamPage() {
  const { t } = useTranslation('team');
  const { values, change, clear, filtered } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const team = useQuery({
    queryKey: ['tasks', 'team'],
    queryFn: ({ signal }) => api.get<TeamMember[]>('/api/team', undefined, { signal }),
    refetchInterval: polling && 30_000,
  });
  const q = values.q ?? '';
  const rows = team.data?.filter(({ name, id, organization }) =>
    [name, id, organization].some((text) => text.includes(q)),
  );
  const most = Math.max(1, ...(team.data?.map(({ open }) => open) ?? []));

  return (
    <div className="page">
      <PageHead title={t('title')}>
        <Link to="/inbox/team">
          <Button tabIndex={-1}>{t('all')}</Button>
        </Link>
      </PageHead>
      <section className="card">
        <div className="filters">
          <Search
            value={q}
            placeholder={t('searchHint')}
            width={260}
            onSearch={(text) => change({ q: text })}
          />
        </div>
        <Table<TeamMember>
          rowKey="id"
          size="medium"
          dataSource={team.error ? [] : rows}
          loading={team.isPending}
          scroll={{ x: 720 }}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          columns={[
            {
              title: t('person'),
              key: 'name',
              sorter: (one, other) => one.name.localeCompare(other.name, 'zh-CN'),
              render: (_, row) => <Link to={`/inbox/team?assignee=${row.id}`}>{row.name}</Link>,
            },
            { title: t('organization'), key: 'organization', ellipsis: true, dataIndex: 'organization' },
            {
              title: t('open'),
              key: 'open',
              width: 260,
              sorter: (one, other) => one.open - other.open,
              render: (_, row) => (
                <span className="team-load">
                  <span className="number">{row.open}</span>
                  <span className="team-bar" aria-hidden style={{ width: `${(150 * row.open) / most}px` }} />
                </span>
              ),
            },
            {
              title: t('overdue'),
              key: 'overdue',
              width: 110,
              defaultSortOrder: 'descend',
              sorter: (one, other) => one.overdue - other.overdue || one.open - other.open,
              render: (_, row) =>
                row.overdue > 0 ? (
                  <Link className="team-late number" to={`/inbox/team?assignee=${row.id}&due=overdue`}>
                    {row.overdue}
                  </Link>
                ) : (
                  <span className="muted number">0</span>
                ),
            },
            {
              title: t('soon'),
              key: 'soon',
              width: 130,
              sorter: (one, other) => one.soon - other.soon,
              render: (_, row) => <span className={row.soon ? 'number' : 'number muted'}>{row.soon}</span>,
            },
          ]}
          locale={{
            emptyText: team.isPending ? (
              ' '
            ) : (
              <ListEmpty
                error={team.error}
                onRetry={() => void team.refetch()}
                filtered={filtered}
                onClear={clear}
                none={<Blank icon={<TeamOutlined />} title={t('none')} hint={t('noneHint')} />}
              />
            ),
          }}
        />
      </section>
      <p className="muted">{t('hint')}</p>
    </div>
  );
}
