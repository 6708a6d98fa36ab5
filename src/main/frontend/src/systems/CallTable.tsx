import { Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../api/types';
import { Blank, Failure } from '../ui/Blank';
import { second } from '../ui/time';
import { useWord } from '../ui/words';
import { CallDrawer } from './CallDrawer';
import { CallState } from './CallState';
import { useSystemName } from './useSystemName';
import './systems.css';

/** Calls to backing systems; a click shows what was asked and answered. */
export function CallTable({
  calls,
  loading,
  error,
  onRetry,
  empty,
  open,
  onOpen,
  onResend,
  ...table
}: {
  calls: Call[] | undefined;
  loading: boolean;
  error: unknown;
  onRetry: () => void;
  empty?: React.ReactNode;
  /** Key of the call shown, where the page keeps it in its address. */
  open?: string;
  onOpen?: (key: string | undefined) => void;
  onResend?: (key: string) => void;
} & Pick<TableProps<Call>, 'pagination' | 'onChange' | 'rowSelection'>) {
  const { t } = useTranslation('systems');
  const word = useWord();
  const systemName = useSystemName();
  const [own, setOwn] = useState<string>();
  const shown = onOpen ? open : own;
  const show = onOpen ?? setOwn;

  if (error) return <Failure error={error} onRetry={onRetry} />;
  return (
    <>
      <Table<Call>
        rowKey="key"
        size="small"
        className="calls"
        dataSource={calls}
        loading={loading}
        pagination={false}
        scroll={{ x: 720 }}
        locale={{
          emptyText: loading ? <div className="calls-wait" /> : (empty ?? <Blank title={t('none')} />),
        }}
        columns={[
          {
            title: t('at'),
            key: 'created',
            width: 160,
            render: (_, call) => <span className="number nowrap">{second(call.created)}</span>,
          },
          { title: t('system'), key: 'system', width: 120, render: (_, call) => systemName(call.system) },
          {
            title: t('step'),
            key: 'step',
            render: (_, call) => (
              <button type="button" className="calls-open" onClick={() => show(call.key)}>
                {word('systems:steps', call.step)}
                {call.generation > 1 && (
                  <span className="muted"> · {t('again', { count: call.generation })}</span>
                )}
              </button>
            ),
          },
          {
            title: t('aggregate'),
            key: 'aggregate',
            width: 180,
            render: (_, call) => <code>{call.aggregate}</code>,
          },
          {
            title: t('state'),
            key: 'state',
            width: 110,
            render: (_, call) => <CallState state={call.state} />,
          },
          {
            title: t('attempts'),
            key: 'attempts',
            width: 84,
            align: 'right',
            render: (_, call) => call.attempts,
          },
        ]}
        onRow={(call) => ({ onClick: () => show(call.key) })}
        {...table}
      />
      <CallDrawer
        callKey={shown}
        known={calls?.find(({ key }) => key === shown)}
        onClose={() => show(undefined)}
        onResend={onResend}
      />
    </>
  );
}
