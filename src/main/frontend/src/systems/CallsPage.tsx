import { ApiOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../api/live';
import type { Call } from '../api/types';
import { useMe } from '../shell/session';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Search } from '../ui/Search';
import { MoreThanShown, Total } from '../ui/Total';
import { useWord } from '../ui/words';
import { CallbackList } from './CallbackList';
import { NOT_TAKEN } from './CallbackState';
import { CallResendDialog } from './CallResendDialog';
import { CALL_STATES } from './CallState';
import { CallTable } from './CallTable';
import { callsQuery, systemsQuery } from './queries';
import { SystemsStrip } from './SystemsStrip';
import { useSystemName } from './useSystemName';

const RESENDING = ['operations', 'manager'];

/** Every call, of which those given up can be sent again, and the callbacks that were not taken. */
export default function CallsPage() {
  const { t } = useTranslation('systems');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const systemName = useSystemName();
  const { roles } = useMe();
  const { values, change, clear, filtered } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const refetchInterval = polling ? 30_000 : 60_000;
  const { page = '0', size = '20', view, call, ...filters } = values;
  const callbacks = view === 'callbacks';
  const [selected, setSelected] = useState<Call[]>([]);
  const [again, setAgain] = useState<string[]>();
  const calls = useQuery({
    ...callsQuery({ ...filters, page, size }),
    refetchInterval,
    enabled: !callbacks,
  });
  const systems = useQuery({ ...systemsQuery, refetchInterval });
  const mayResend = roles.some((role) => RESENDING.includes(role));
  const states = callbacks ? NOT_TAKEN : CALL_STATES;
  const reset = () => {
    clear();
    if (callbacks) change({ view });
  };

  return (
    <div className="page">
      <PageHead title={t('title')} after={!callbacks && <Total of={calls.data} />} />
      <SystemsStrip
        systems={systems.data}
        chosen={values.system}
        onChoose={(system) => change({ system: system === values.system ? '' : system })}
      />
      <section className="card">
        <div className="filters">
          <Chips
            label={t('view')}
            all={t('views.calls')}
            values={[{ value: 'callbacks', label: t('views.callbacks') }]}
            value={view}
            onChange={(next) => change({ view: next, state: '', aggregate: '' })}
          />
          {!callbacks && (
            <Search
              value={values.aggregate}
              placeholder={t('searchHint')}
              width={260}
              onSearch={(aggregate) => change({ aggregate })}
            />
          )}
          <Select
            allowClear
            aria-label={t('system')}
            placeholder={t('system')}
            style={{ width: 160 }}
            value={values.system}
            onChange={(system) => change({ system })}
            options={systems.data?.map((system) => ({ value: system.id, label: systemName(system.id) }))}
          />
          <Chips
            label={t('state')}
            all={tu('all')}
            values={states.map((state) => ({
              value: state,
              label: word(callbacks ? 'systems:callbackStates' : 'systems:states', state),
            }))}
            value={values.state}
            onChange={(state) => change({ state })}
          />
          {filtered && (
            <Button type="link" size="small" onClick={reset}>
              {tu('clearFilters')}
            </Button>
          )}
          {!callbacks && selected.length > 0 && (
            <Button type="primary" onClick={() => setAgain(selected.map(({ key }) => key))}>
              {t('resendSelected', { count: selected.length })}
            </Button>
          )}
        </div>
        {callbacks ? (
          <CallbackList
            query={{ system: values.system, state: values.state, page, size }}
            refetchInterval={refetchInterval}
            filtered={filtered}
            onClear={reset}
            onPage={(next) => change({ page: next || '' })}
            onCall={(key) => change({ view: '', state: '', call: key })}
          />
        ) : (
          <>
            <CallTable
              calls={calls.data?.items}
              loading={calls.isPending || calls.isPlaceholderData}
              error={calls.error}
              onRetry={() => void calls.refetch()}
              open={call}
              onOpen={(key) => change({ call: key, page })}
              onResend={mayResend ? (key) => setAgain([key]) : undefined}
              rowSelection={
                mayResend
                  ? {
                      selectedRowKeys: selected.map(({ key }) => key),
                      preserveSelectedRowKeys: true,
                      onChange: (_, rows) => setSelected(rows),
                      getCheckboxProps: (row) => ({
                        disabled: row.state !== 'DEAD',
                        'aria-label': t('select', { key: row.key }),
                      }),
                      getTitleCheckboxProps: () => ({ 'aria-label': t('selectAll') }),
                    }
                  : undefined
              }
              empty={
                <ListEmpty
                  error={null}
                  onRetry={() => undefined}
                  filtered={filtered}
                  onClear={clear}
                  none={<Blank icon={<ApiOutlined />} title={t('none')} hint={t('noneHint')} />}
                />
              }
              pagination={{
                current: Number(page) + 1,
                pageSize: Number(size),
                total: calls.data?.total ?? 0,
                showSizeChanger: true,
                pageSizeOptions: [20, 50, 100],
                hideOnSinglePage: (calls.data?.total ?? 0) <= 20,
              }}
              onChange={(next) =>
                change({
                  page: (next.current ?? 1) - 1 || '',
                  size: next.pageSize === 20 ? '' : next.pageSize,
                })
              }
            />
            <MoreThanShown of={calls.data} />
          </>
        )}
      </section>
      {again && (
        <CallResendDialog
          keys={again}
          onClose={() => {
            setAgain(undefined);
            setSelected([]);
          }}
        />
      )}
    </div>
  );
}
