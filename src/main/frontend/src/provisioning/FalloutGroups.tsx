import { CheckCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/client';
import type { FalloutGroup } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { Blank } from '../ui/Blank';
import { ListEmpty } from '../ui/ListEmpty';
import { said } from '../ui/said';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useWord } from '../ui/words';
import { Health, isDown } from './Health';
import { falloutGroupsQuery } from './queries';

/** Open fallouts by the kind of trouble; a whole kind is sent again from here. */
export function FalloutGroups({
  query,
  refetchInterval,
  filtered,
  onClear,
  onShow,
  onResend,
  onRun,
  onPage,
}: {
  query: Query & { page: string; size: string };
  refetchInterval: number | false;
  filtered: boolean;
  onClear: () => void;
  onShow: (fingerprint: string) => void;
  onResend: (group: FalloutGroup) => void;
  onRun: (run: string) => void;
  onPage: (page: number) => void;
}) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const systemName = useSystemName();
  const groups = useQuery({ ...falloutGroupsQuery(query), refetchInterval });

  return (
    <Table<FalloutGroup>
      rowKey="fingerprint"
      size="medium"
      dataSource={groups.error ? [] : groups.data?.items}
      loading={groups.isPending || groups.isPlaceholderData}
      scroll={{ x: 1080 }}
      columns={[
        {
          title: t('trouble'),
          key: 'trouble',
          render: (_, row) => (
            <>
              <div className="fallout-text">
                {row.message ? said(row.message) : word('systems:errors', row.errorClass)}
              </div>
              <div className="fallout-sub">
                <span>{systemName(row.system)}</span>
                <span>{word('systems:steps', row.step)}</span>
                <span>{word('systems:errors', row.errorClass)}</span>
                {row.solved > 0 && <span>{t('solvedBefore', { count: row.solved })}</span>}
              </div>
            </>
          ),
        },
        {
          title: t('count'),
          key: 'count',
          width: 112,
          render: (_, row) => (
            <span className="fallout-count">
              <b className="number">{row.count}</b>
              {row.late > 0 && <Tag tone="bad">{t('late', { count: row.late })}</Tag>}
            </span>
          ),
        },
        {
          title: t('customers'),
          key: 'customers',
          width: 210,
          render: (_, row) => (
            <>
              <div className="number">{t('customerCount', { count: row.customerCount })}</div>
              <div className="fallout-sub fallout-names" title={row.customers.join(t('comma'))}>
                {row.customers.join(t('comma'))}
              </div>
            </>
          ),
        },
        {
          title: t('oldest'),
          key: 'oldest',
          width: 150,
          render: (_, row) => <span className="number nowrap">{minute(row.oldest)}</span>,
        },
        {
          title: t('target'),
          key: 'health',
          width: 196,
          render: (_, row) => <Health health={row.health} />,
        },
        {
          title: t('actions'),
          key: 'actions',
          width: 204,
          render: (_, row) => (
            <span className="fallout-actions">
              {row.run ? (
                <Button size="small" onClick={() => onRun(row.run!)}>
                  {t('showRun')}
                </Button>
              ) : (
                <Tooltip title={isDown(row.health) ? t('down') : undefined}>
                  <Button
                    size="small"
                    type="primary"
                    disabled={isDown(row.health)}
                    aria-label={t('resendKind', { message: row.message || row.errorClass })}
                    onClick={() => onResend(row)}
                  >
                    {t('resendAll')}
                  </Button>
                </Tooltip>
              )}
              <Button size="small" type="link" onClick={() => onShow(row.fingerprint)}>
                {t('single')}
              </Button>
            </span>
          ),
        },
      ]}
      pagination={{
        current: Number(query.page) + 1,
        pageSize: Number(query.size),
        total: groups.data?.total ?? 0,
        hideOnSinglePage: true,
      }}
      onChange={(next) => onPage((next.current ?? 1) - 1)}
      locale={{
        emptyText: groups.isPending ? (
          <div className="calls-wait" />
        ) : (
          <ListEmpty
            error={groups.error}
            onRetry={() => void groups.refetch()}
            filtered={filtered}
            onClear={onClear}
            none={<Blank icon={<CheckCircleOutlined />} title={t('none')} hint={t('noneHint')} />}
          />
        ),
      }}
    />
  );
}
