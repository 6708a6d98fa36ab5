import { ApiOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../api/live';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Search } from '../ui/Search';
import { MoreThanShown, Total } from '../ui/Total';
import { useWord } from '../ui/words';
import { CALL_STATES } from './CallState';
import { CallTable } from './CallTable';
import { callsQuery, systemsQuery } from './queries';
import { SystemsStrip } from './SystemsStrip';
import { useSystemName } from './useSystemName';

export default function CallsPage() {
  const { t } = useTranslation('systems');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const systemName = useSystemName();
  const { values, change, clear, filtered } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', call, ...filters } = values;
  const calls = useQuery({
    ...callsQuery({ ...filters, page, size }),
    refetchInterval: polling ? 30_000 : 60_000,
  });
  const systems = useQuery({ ...systemsQuery, refetchInterval: polling ? 30_000 : 60_000 });

  return (
    <div className="page">
      <PageHead title={t('title')} after={<Total of={calls.data} />} />
      <SystemsStrip
        systems={systems.data}
        chosen={values.system}
        onChoose={(system) => change({ system: system === values.system ? '' : system })}
      />
      <section className="card">
        <div className="filters">
          <Search
            value={values.aggregate}
            placeholder={t('searchHint')}
            width={260}
            onSearch={(aggregate) => change({ aggregate })}
          />
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
            values={CALL_STATES.map((state) => ({ value: state, label: word('systems:states', state) }))}
            value={values.state}
            onChange={(state) => change({ state })}
          />
          {filtered && (
            <Button type="link" size="small" onClick={clear}>
              {tu('clearFilters')}
            </Button>
          )}
        </div>
        <CallTable
          calls={calls.data?.items}
          loading={calls.isPending || calls.isPlaceholderData}
          error={calls.error}
          onRetry={() => void calls.refetch()}
          open={call}
          onOpen={(key) => change({ call: key, page })}
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
            change({ page: (next.current ?? 1) - 1 || '', size: next.pageSize === 20 ? '' : next.pageSize })
          }
        />
        <MoreThanShown of={calls.data} />
      </section>
    </div>
  );
}
