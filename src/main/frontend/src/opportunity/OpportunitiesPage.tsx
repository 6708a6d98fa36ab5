import { AimOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLiveStatus } from '../api/live';
import { ProductSelect } from '../ordering/ProductSelect';
import { CitySelect } from '../shell/CitySelect';
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
import { Waiting } from '../ui/Waiting';
import { Board } from './Board';
import { FunnelStrip } from './FunnelStrip';
import { List } from './List';
import { funnelQuery, opportunitiesQuery } from './queries';
import { keepsTemplates, mayEnter } from './rights';
import { STAGES } from './stages';
import './opportunity.css';

const MOST_CARDS = 200;
const ENDING = [30, 60, 90];

export default function OpportunitiesPage() {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const navigate = useNavigate();
  const { values, change, clear } = useFilters();
  const search = useRef<HTMLInputElement>(null);
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', sort = 'created,desc', as = 'board', view = 'own', ...filters } = values;
  const board = as === 'board';
  const filtered = Object.keys(filters).length > 0;
  const rows = useQuery({
    ...opportunitiesQuery(
      board
        ? { view, ...filters, state: 'new,inProgress', size: MOST_CARDS, sort: 'stageSince,asc' }
        : { view, ...filters, page, size, sort },
    ),
    refetchInterval: polling && 30_000,
  });
  const funnel = useQuery(funnelQuery({ view, ...filters, state: '', stage: '', age: '', ending: '' }));
  const enters = mayEnter(me);
  const reset = () => {
    clear();
    change({ as: board ? '' : as, view: view === 'own' ? '' : view });
  };

  useShortcuts([
    { keys: '/', text: t('keys.search'), run: () => search.current?.focus() },
    ...(enters ? [{ keys: 'n', text: t('keys.new'), run: () => void navigate('/opportunities/new') }] : []),
  ]);

  const empty = (
    <ListEmpty
      error={rows.error}
      onRetry={() => void rows.refetch()}
      filtered={filtered}
      onClear={reset}
      none={
        <Blank
          icon={<AimOutlined />}
          title={t(view === 'own' ? 'noneOfMine' : 'none')}
          hint={t(view === 'own' ? 'noneOfMineHint' : 'noneHint')}
          action={
            enters && (
              <Link to="/opportunities/new">
                <Button type="primary" tabIndex={-1}>
                  {t('new')}
                </Button>
              </Link>
            )
          }
        />
      }
    />
  );

  return (
    <div className="page">
      <PageHead title={t('title')} after={<Total of={rows.data} />}>
        <Chips
          label={t('view.title')}
          all={t('view.own')}
          values={[
            ...(me.cities.length === 1 ? [{ value: 'city', label: t('view.city') }] : []),
            ...(me.cities.length > 1 ? [{ value: 'all', label: t('view.all') }] : []),
          ]}
          value={view === 'own' ? undefined : view}
          onChange={(next) => change({ view: next })}
        />
        <Chips
          label={t('as.title')}
          all={t('as.board')}
          values={[{ value: 'list', label: t('as.list') }]}
          value={board ? undefined : as}
          onChange={(next) => change({ as: next })}
        />
        <ExportMenu path="/api/opportunities/export" query={{ view, ...filters }} />
        {keepsTemplates(me) && (
          <Link to="/opportunities/templates">
            <Button tabIndex={-1}>{t('templates')}</Button>
          </Link>
        )}
        {enters && (
          <Link to="/opportunities/new">
            <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
              {t('new')}
            </Button>
          </Link>
        )}
      </PageHead>
      <FunnelStrip
        funnel={funnel.data}
        onShow={(which) => change({ as: 'list', stage: '', state: '', age: '', ending: '', ...which })}
      />
      <section className={board ? 'board-card-frame' : 'card'}>
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
          <ProductSelect
            label={t('product')}
            width={150}
            value={values.product}
            onChange={(product) => change({ product })}
          />
          <CitySelect label={t('city')} value={values.city} onChange={(city) => change({ city })} />
          <Select
            allowClear
            aria-label={t('stageAge')}
            placeholder={t('stageAge')}
            style={{ width: 150 }}
            value={values.age}
            onChange={(age) => change({ age })}
            options={(['aging', 'over'] as const).map((age) => ({ value: age, label: t(`age.${age}`) }))}
          />
          {!board && (
            <Select
              allowClear
              aria-label={t('agreementEnds')}
              placeholder={t('agreementEnds')}
              style={{ width: 168 }}
              value={values.ending}
              onChange={(ending) => change({ ending, sort: ending ? 'agreementEnds,asc' : '' })}
              options={ENDING.map((days) => ({
                value: String(days),
                label: t('endingWithin', { count: days }),
              }))}
            />
          )}
          {filtered && (
            <Button type="link" size="small" onClick={reset}>
              {tu('clearFilters')}
            </Button>
          )}
        </div>
        {!board && (
          <div className="opportunity-states">
            <Chips
              label={t('where')}
              all={tu('all')}
              values={[
                ...STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
                ...(['new', 'converted', 'terminated'] as const).map((state) => ({
                  value: state,
                  label: t(`state.${state}`),
                })),
              ]}
              value={values.stage ?? values.state}
              onChange={(value) => {
                const stage = STAGES.some((one) => one === value);
                change({
                  stage: stage ? value : '',
                  state: stage ? 'inProgress' : value,
                });
              }}
            />
          </div>
        )}
        {!board ? (
          <>
            <List
              rows={rows}
              sort={sort}
              size={Number(size)}
              page={Number(page)}
              ending={!!values.ending}
              empty={empty}
              onChange={change}
            />
            <MoreThanShown of={rows.data} />
          </>
        ) : rows.isPending ? (
          <Waiting rows={8} />
        ) : rows.error || rows.data.items.length === 0 ? (
          <div className="card">{empty}</div>
        ) : (
          <>
            {rows.data.total > MOST_CARDS && (
              <p className="board-more muted">{t('moreCards', { count: MOST_CARDS })}</p>
            )}
            <Board rows={rows.data.items} />
          </>
        )}
      </section>
    </div>
  );
}
