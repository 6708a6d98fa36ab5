import { DownloadOutlined, HistoryOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { url } from '../api/client';
import { useLiveStatus } from '../api/live';
import type { Fallout } from '../api/types';
import { systemsQuery } from '../systems/queries';
import { useSystemName } from '../systems/useSystemName';
import { Chips } from '../ui/Chips';
import { useFilters } from '../ui/filters';
import { PageHead } from '../ui/PageHead';
import { PopMenu } from '../ui/PopMenu';
import { Search } from '../ui/Search';
import { second } from '../ui/time';
import { MoreThanShown, Total } from '../ui/Total';
import { useWord } from '../ui/words';
import { FalloutDrawer } from './FalloutDrawer';
import { FalloutGroups } from './FalloutGroups';
import { FalloutTable } from './FalloutTable';
import { falloutsQuery, runsQuery } from './queries';
import { RollbackBatches } from './RollbackBatches';
import { ResendDialog, type Wanted } from './ResendDialog';
import { ResendProgress } from './ResendProgress';
import '../systems/systems.css';
import './fallouts.css';

const STATES = ['open', 'resolved'];

/** The bench: what failed, by the kind of trouble or one by one, and how it is sent again and solved. */
export default function FalloutsPage() {
  const { t } = useTranslation('provisioning');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const systemName = useSystemName();
  const { values, change, clear } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', view, run, batch, fallout: shown, ...filters } = values;
  const single = view === 'list';
  const filtered = Object.keys(filters).length > 0;
  const [wanted, setWanted] = useState<Wanted>();
  const [selected, setSelected] = useState<Fallout[]>([]);
  const systems = useQuery(systemsQuery);
  const runs = useQuery(runsQuery);
  const refetchInterval = polling ? 30_000 : 60_000;
  const fallouts = useQuery({
    ...falloutsQuery({ ...filters, page, size }),
    refetchInterval,
    enabled: single,
  });
  const resend = (rows: { id: string; fingerprint: string; system: string }[]) =>
    setWanted({
      ids: rows.map(({ id }) => id),
      count: rows.length,
      kinds: new Set(rows.map(({ fingerprint }) => fingerprint)).size,
      systems: [...new Set(rows.map(({ system }) => system))],
    });
  const reset = () => {
    clear();
    if (single) change({ view });
  };

  return (
    <div className="page">
      <PageHead title={t('title')} after={single && <Total of={fallouts.data} />}>
        {!!runs.data?.length && (
          <PopMenu
            button={
              <>
                <HistoryOutlined /> {t('runs')}
              </>
            }
            label={t('runs')}
            className="fallout-runs"
            items={runs.data.map((one) => ({
              key: one.id,
              label: `${second(one.created).slice(5, 16)} · ${one.personName} · ${one.counts.fixed}/${one.counts.total}`,
              run: () => change({ run: one.id, page }),
            }))}
          />
        )}
        <RollbackBatches shown={batch} onShow={(id) => change({ batch: id, page })} />
        <Button
          icon={<DownloadOutlined />}
          href={url('/api/fallouts/export', single ? filters : { ...filters, state: 'open' })}
        >
          {t('export')}
        </Button>
      </PageHead>
      {run && <ResendProgress id={run} onClose={() => change({ run: '', page })} />}
      <section className="card">
        <div className="filters">
          <Chips
            label={t('view')}
            all={t('views.groups')}
            values={[{ value: 'list', label: t('views.list') }]}
            value={view}
            onChange={(next) => change({ view: next, state: next ? 'open' : '', fingerprint: '' })}
          />
          <Search
            value={values.q}
            placeholder={t('searchHint')}
            width={230}
            onSearch={(q) => change({ q })}
          />
          <Select
            allowClear
            aria-label={t('target')}
            placeholder={t('target')}
            style={{ width: 140 }}
            value={values.system}
            onChange={(system) => change({ system })}
            options={systems.data?.map((system) => ({ value: system.id, label: systemName(system.id) }))}
          />
          <Chips
            label={t('due')}
            all={tu('all')}
            values={[{ value: 'true', label: t('onlyLate') }]}
            value={values.late}
            onChange={(late) => change({ late })}
          />
          {single && (
            <Chips
              label={t('state')}
              all={tu('all')}
              values={STATES.map((state) => ({ value: state, label: word('provisioning:states', state) }))}
              value={values.state}
              onChange={(state) => change({ state })}
            />
          )}
          {values.fingerprint && (
            <Button size="small" onClick={() => change({ fingerprint: '' })}>
              {t('oneKind')} ×
            </Button>
          )}
          {single && selected.length > 0 && (
            <Button type="primary" onClick={() => resend(selected)}>
              {t('resendSelected', { count: selected.length })}
            </Button>
          )}
        </div>
        {single ? (
          <>
            <FalloutTable
              fallouts={fallouts}
              page={{ page, size }}
              filtered={filtered}
              onClear={reset}
              onPage={(next) => change({ page: next || '' })}
              onOpen={(id) => change({ fallout: id, page })}
              selected={selected}
              onSelect={setSelected}
            />
            <MoreThanShown of={fallouts.data} />
          </>
        ) : (
          <FalloutGroups
            query={{ ...filters, page, size }}
            refetchInterval={refetchInterval}
            filtered={filtered}
            onClear={reset}
            onShow={(fingerprint) => change({ view: 'list', state: 'open', fingerprint })}
            onResend={({ fingerprint, count, system }) =>
              setWanted({ fingerprint, count, kinds: 1, systems: [system] })
            }
            onRun={(id) => change({ run: id, page })}
            onPage={(next) => change({ page: next || '' })}
          />
        )}
      </section>
      <FalloutDrawer
        id={shown}
        onClose={() => change({ fallout: '', page })}
        onResend={(fallout) => resend([fallout])}
      />
      {wanted && (
        <ResendDialog
          wanted={wanted}
          onClose={() => setWanted(undefined)}
          onStarted={({ id }) => {
            setWanted(undefined);
            setSelected([]);
            change({ run: id, fallout: '', page });
          }}
        />
      )}
    </div>
  );
}
