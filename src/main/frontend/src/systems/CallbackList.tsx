import { InboxOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NotTakenCallback } from '../api/types';
import { Blank } from '../ui/Blank';
import { JsonView } from '../ui/JsonView';
import { ListEmpty } from '../ui/ListEmpty';
import { Tag } from '../ui/Tag';
import { second } from '../ui/time';
import { MoreThanShown } from '../ui/Total';
import { useWord } from '../ui/words';
import { CallbackState } from './CallbackState';
import { callbacksQuery } from './queries';
import { useSystemName } from './useSystemName';

/** What systems told us and was not taken: it waits for its call, contradicts what is known, or was forged. */
export function CallbackList({
  query,
  refetchInterval,
  filtered,
  onClear,
  onPage,
  onCall,
}: {
  query: { system?: string; state?: string; page: string; size: string };
  refetchInterval: number;
  filtered: boolean;
  onClear: () => void;
  onPage: (page: number) => void;
  onCall: (key: string) => void;
}) {
  const { t } = useTranslation('systems');
  const word = useWord();
  const systemName = useSystemName();
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    ...callbacksQuery(query),
    refetchInterval,
  });

  return (
    <>
      <Table<NotTakenCallback>
        rowKey="id"
        size="small"
        dataSource={error ? [] : data?.items}
        loading={isPending || isPlaceholderData}
        scroll={{ x: 860 }}
        columns={[
          {
            title: t('received'),
            key: 'received',
            width: 160,
            render: (_, row) => <span className="number nowrap">{second(row.received)}</span>,
          },
          { title: t('system'), key: 'system', width: 120, render: (_, row) => systemName(row.system) },
          {
            title: t('state'),
            key: 'state',
            width: 160,
            render: (_, row) => (
              <>
                <CallbackState state={row.state} /> {row.alarmed && <Tag tone="bad">{t('nobodys')}</Tag>}
              </>
            ),
          },
          {
            title: t('reason'),
            key: 'reason',
            render: (_, row) => row.reason && word('systems:reasons', row.reason),
          },
          {
            title: t('call'),
            key: 'call',
            width: 230,
            render: (_, row) =>
              row.callKey && (
                <button type="button" className="calls-open" onClick={() => onCall(row.callKey!)}>
                  <code>{row.callKey}</code>
                </button>
              ),
          },
        ]}
        expandable={{
          expandedRowRender: (row) => (
            <div className="call">
              <span className="muted">
                {[
                  row.messageId,
                  row.remoteAddress && t('from', { address: row.remoteAddress }),
                  row.retryAt && t('triedAgain', { count: row.attempts, at: second(row.retryAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <JsonView title={t('callbackBody')} value={row.body} />
            </div>
          ),
        }}
        pagination={{
          current: Number(query.page) + 1,
          pageSize: Number(query.size),
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
        }}
        onChange={(next) => onPage((next.current ?? 1) - 1)}
        locale={{
          emptyText: isPending ? (
            <div className="calls-wait" />
          ) : (
            <ListEmpty
              error={error}
              onRetry={() => void refetch()}
              filtered={filtered}
              onClear={onClear}
              none={<Blank icon={<InboxOutlined />} title={t('noCallbacks')} hint={t('noCallbacksHint')} />}
            />
          ),
        }}
      />
      <MoreThanShown of={data} />
    </>
  );
}
