import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ResendRule } from '../api/types';
import { useMe } from '../shell/session';
import { useSystemName } from '../systems/useSystemName';
import { Failure, useErrorText } from '../ui/Blank';
import { minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { useWord } from '../ui/words';
import { resendRulesQuery } from './queries';
import { ResendRuleDialog } from './ResendRuleDialog';
import { useDuration } from './useDuration';

/** How often failed calls are tried again; the first rule from above that fits decides. */
export function ResendRuleList() {
  const { t } = useTranslation('rules');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const systemName = useSystemName();
  const duration = useDuration();
  const me = useMe();
  const queries = useQueryClient();
  const { message } = useToasts();
  const errorText = useErrorText();
  const rules = useQuery(resendRulesQuery);
  const [edited, setEdited] = useState<ResendRule | 'new'>();
  const mayChange =
    !!rules.data?.provinceWide && me.roles.some((role) => role === 'designer' || role === 'operations');
  const remove = useMutation({
    mutationFn: (rule: ResendRule) => api.delete(`/api/resend-policies/${rule.id}?revision=${rule.revision}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: resendRulesQuery.queryKey }),
    onError: (failure) => message.error(errorText(failure)),
  });
  if (rules.error) return <Failure error={rules.error} onRetry={() => void rules.refetch()} />;
  const any = (value: string, text: string) =>
    value === '*' ? <span className="muted">{t('any')}</span> : text;
  const isLast = (rule: ResendRule) => rule.system === '*' && rule.step === '*' && rule.errorClass === '*';

  return (
    <>
      <div className="filters">
        <span className="muted">{t('firstFits')}</span>
        {mayChange && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            className="rules-add"
            onClick={() => setEdited('new')}
          >
            {t('addRule')}
          </Button>
        )}
      </div>
      <Table<ResendRule>
        rowKey="id"
        size="medium"
        dataSource={rules.data?.items}
        loading={rules.isPending}
        pagination={false}
        scroll={{ x: 1130 }}
        columns={[
          {
            title: t('system'),
            key: 'system',
            width: 130,
            render: (_, row) => any(row.system, systemName(row.system)),
          },
          {
            title: t('step'),
            key: 'step',
            width: 130,
            render: (_, row) => any(row.step, word('systems:steps', row.step)),
          },
          {
            title: t('errorClass'),
            key: 'errorClass',
            width: 150,
            render: (_, row) => any(row.errorClass, word('systems:errors', row.errorClass)),
          },
          {
            title: t('attempts'),
            key: 'attempts',
            width: 90,
            align: 'right',
            render: (_, row) => row.attempts,
          },
          {
            title: t('intervals'),
            key: 'intervals',
            render: (_, row) => row.intervals.map(duration).join(' → '),
          },
          {
            title: t('jitter'),
            key: 'jitter',
            width: 96,
            align: 'right',
            render: (_, row) => `0–${row.jitterPercent}%`,
          },
          {
            title: t('afterwards'),
            key: 'afterwards',
            width: 150,
            render: (_, row) => t(`afterwardsWords.${row.afterwards}`),
          },
          {
            title: t('lastChange'),
            key: 'changed',
            width: 150,
            render: (_, row) =>
              row.changed ? <span className="number nowrap">{minute(row.changed)}</span> : '–',
          },
          ...(mayChange
            ? [
                {
                  title: t('actions'),
                  key: 'actions',
                  width: 130,
                  render: (_: unknown, row: ResendRule) => (
                    <span className="rules-tags">
                      <Button size="small" type="link" onClick={() => setEdited(row)}>
                        {t('edit')}
                      </Button>
                      {!isLast(row) && (
                        <Popconfirm
                          title={t('removeAsk')}
                          okText={t('remove')}
                          cancelText={tu('cancel')}
                          onConfirm={() => remove.mutate(row)}
                        >
                          <Button size="small" type="link" className="rules-remove">
                            {t('remove')}
                          </Button>
                        </Popconfirm>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {edited && rules.data && (
        <ResendRuleDialog
          rule={edited === 'new' ? undefined : edited}
          choices={rules.data}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
