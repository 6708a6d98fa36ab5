import { PhoneOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLiveStatus } from '../api/live';
import { productsQuery } from '../ordering/queries';
import { useMe } from '../shell/session';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { ExportMenu } from '../ui/ExportMenu';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Search } from '../ui/Search';
import { useShortcuts } from '../ui/shortcuts';
import { MoreThanShown, Total } from '../ui/Total';
import { useBilingual } from '../ui/words';
import { List } from './List';
import { intakesQuery } from './queries';
import { CHANNELS, KINDS, mayEnter, STATES } from './words';
import './intake.css';

/** What customers have asked for: what waits for me, what my channel has a part in, and everything. */
export default function IntakesPage() {
  const { t } = useTranslation('intake');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const bilingual = useBilingual();
  const navigate = useNavigate();
  const { values, change, clear } = useFilters();
  const search = useRef<HTMLInputElement>(null);
  const polling = useLiveStatus() === 'polling';
  const enters = mayEnter(me);
  const usual = enters ? 'todo' : 'all';
  const { page = '0', size = '20', sort = 'created,desc', view = usual, ...filters } = values;
  const filtered = Object.keys(filters).length > 0;
  const rows = useQuery({
    ...intakesQuery({ view, ...filters, page, size, sort }),
    refetchInterval: polling && 30_000,
  });
  const products = useQuery(productsQuery);
  const reset = () => {
    clear();
    change({ view: view === usual ? '' : view });
  };

  useShortcuts([
    { keys: '/', text: t('keys.search'), run: () => search.current?.focus() },
    ...(enters ? [{ keys: 'n', text: t('keys.new'), run: () => void navigate('/intake') }] : []),
  ]);

  const pickers = [
    { name: 'contact', options: CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })) },
    { name: 'handling', options: CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })) },
    {
      name: 'product',
      options: products.data?.map((one) => ({ value: one.id, label: bilingual(one, 'name') })),
    },
    ...(me.cities.length > 1
      ? [
          {
            name: 'city',
            options: me.cities.map((city) => ({ value: city.id, label: bilingual(city, 'name') })),
          } as const,
        ]
      : []),
  ] as const;

  return (
    <div className="page">
      <PageHead title={t('title')} after={<Total of={rows.data} />}>
        <Chips
          label={t('view.title')}
          all={t(`view.${usual}`)}
          values={(enters ? (['own', 'all'] as const) : []).map((value) => ({
            value,
            label: t(`view.${value}`),
          }))}
          value={view === usual ? undefined : view}
          onChange={(next) => change({ view: next })}
        />
        <ExportMenu path="/api/intakes/export" query={{ view, ...filters }} />
        {enters && (
          <Link to="/intake">
            <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
              {t('new')}
            </Button>
          </Link>
        )}
      </PageHead>
      <section className="card">
        <div className="filters">
          <Search
            ref={(input) => {
              search.current = input?.input ?? null;
            }}
            value={values.q}
            placeholder={t('searchHint')}
            width={260}
            onSearch={(q) => change({ q })}
          />
          <Select
            allowClear
            aria-label={t('kindLabel')}
            placeholder={t('kindLabel')}
            style={{ width: 120 }}
            value={values.kind}
            onChange={(kind) => change({ kind })}
            options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          {pickers.map(({ name, options }) => (
            <Select
              key={name}
              allowClear
              aria-label={t(`filter.${name}`)}
              placeholder={t(`filter.${name}`)}
              style={{ width: 130 }}
              value={values[name]}
              onChange={(value) => change({ [name]: value })}
              options={options as { value: string; label: string }[] | undefined}
            />
          ))}
          {filtered && (
            <Button type="link" size="small" onClick={reset}>
              {tu('clearFilters')}
            </Button>
          )}
        </div>
        {view !== 'todo' && (
          <div className="list-states">
            <Chips
              label={t('stateLabel')}
              all={tu('all')}
              values={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
              value={values.state}
              onChange={(state) => change({ state })}
            />
          </div>
        )}
        <List
          rows={rows}
          sort={sort}
          size={Number(size)}
          page={Number(page)}
          onChange={change}
          empty={
            <ListEmpty
              error={rows.error}
              onRetry={() => void rows.refetch()}
              filtered={filtered}
              onClear={reset}
              none={
                <Blank
                  icon={<PhoneOutlined />}
                  title={t(view === 'todo' ? 'nothingToDo' : 'none')}
                  hint={t(view === 'todo' ? 'nothingToDoHint' : 'noneHint')}
                  action={
                    enters && (
                      <Link to="/intake">
                        <Button type="primary" tabIndex={-1}>
                          {t('new')}
                        </Button>
                      </Link>
                    )
                  }
                />
              }
            />
          }
        />
        <MoreThanShown of={rows.data} />
      </section>
    </div>
  );
}
