import { PlusOutlined, StopOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableProps } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { CancellationRow } from '../api/types';
import { ProductSelect } from '../ordering/ProductSelect';
import { CitySelect } from '../shell/CitySelect';
import { useCityName, useMe } from '../shell/session';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { ExportMenu } from '../ui/ExportMenu';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Search } from '../ui/Search';
import { useShortcuts } from '../ui/shortcuts';
import { day, minute } from '../ui/time';
import { Total } from '../ui/Total';
import { paged, sortedBy } from '../ui/paged';
import { useBilingual } from '../ui/words';
import { money } from './money';
import { cancellationsQuery } from './queries';
import { mayCancel } from './rights';
import { CancellationState } from './StateTag';
import './cancellation.css';

const STATES = [
  'retention',
  'settlement',
  'approval',
  'ordered',
  'completed',
  'partial',
  'failed',
  'retained',
  'withdrawn',
] as const;

export default function CancellationsPage() {
  const { t } = useTranslation('cancellation');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const bilingual = useBilingual();
  const cityName = useCityName();
  const navigate = useNavigate();
  const { values, change, clear } = useFilters();
  const search = useRef<HTMLInputElement>(null);
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', sort = 'created,desc', ...filters } = values;
  const rows = useQuery({
    ...cancellationsQuery({ ...filters, page, size, sort }),
    refetchInterval: polling && 30_000,
  });
  const enters = mayCancel(me);
  const filtered = Object.keys(filters).length > 0;
  const sorted = sortedBy(sort);

  useShortcuts([
    { keys: '/', text: t('keys.search'), run: () => search.current?.focus() },
    ...(enters ? [{ keys: 'n', text: t('keys.new'), run: () => void navigate('/cancellations/new') }] : []),
  ]);

  const columns: TableProps<CancellationRow>['columns'] = [
    {
      title: t('id'),
      key: 'id',
      width: 136,
      render: (_, row) => (
        <Link to={`/cancellations/${row.id}`} className="number">
          {row.id}
        </Link>
      ),
    },
    {
      title: t('customer'),
      key: 'customerName',
      ellipsis: true,
      ...sorted('customerName'),
      render: (_, row) => row.customerName,
    },
    {
      title: t('product'),
      key: 'products',
      ellipsis: true,
      render: (_, row) => [...new Set(row.products.map((one) => bilingual(one, 'name')))].join(' · '),
    },
    {
      title: t('state.title'),
      key: 'state',
      width: 116,
      ...sorted('state'),
      render: (_, row) => <CancellationState state={row.state} />,
    },
    {
      title: t('penalty'),
      key: 'penalty',
      width: 130,
      align: 'end',
      ...sorted('penalty'),
      render: (_, row) => <span className="number">{money(row.penalty)}</span>,
    },
    {
      title: t('waived'),
      key: 'waived',
      width: 120,
      align: 'end',
      ...sorted('waived'),
      render: (_, row) => <span className="number">{money(row.waived)}</span>,
    },
    {
      title: t('day'),
      key: 'day',
      width: 116,
      ...sorted('day'),
      render: (_, row) => <span className="number nowrap">{day(row.day)}</span>,
    },
    { title: t('owner'), key: 'owner', width: 96, ellipsis: true, render: (_, row) => row.ownerName ?? '–' },
    {
      title: t('created'),
      key: 'created',
      width: 150,
      ...sorted('created'),
      render: (_, row) => <span className="number nowrap">{minute(row.created)}</span>,
    },
    ...(me.cities.length > 1
      ? [
          {
            title: t('city'),
            key: 'city',
            width: 80,
            render: (_: unknown, row: CancellationRow) => cityName(row.city),
          },
        ]
      : []),
  ];

  const start = enters && (
    <Link to="/cancellations/new">
      <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
        {t('new')}
      </Button>
    </Link>
  );

  return (
    <div className="page">
      <PageHead title={t('title')} after={rows.data && <Total of={rows.data} />}>
        <Chips
          label={t('view.title')}
          all={t('view.all')}
          values={[{ value: 'own', label: t('view.own') }]}
          value={values.view}
          onChange={(view) => change({ view })}
        />
        <ExportMenu path="/api/cancellations/export" query={{ ...filters }} />
        {start}
      </PageHead>
      <section className="card">
        <div className="filters">
          <Search
            ref={(input) => {
              search.current = input?.input ?? null;
            }}
            value={values.q}
            placeholder={t('searchHint')}
            width={280}
            onSearch={(q) => change({ q })}
          />
          <ProductSelect
            label={t('product')}
            width={160}
            value={values.product}
            onChange={(product) => change({ product })}
          />
          <CitySelect label={t('city')} value={values.city} onChange={(city) => change({ city })} />
          {filtered && (
            <Button type="link" size="small" onClick={clear}>
              {tu('clearFilters')}
            </Button>
          )}
        </div>
        <div className="list-states">
          <Chips
            label={t('state.title')}
            all={tu('all')}
            values={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
            value={values.state}
            onChange={(state) => change({ state })}
          />
        </div>
        <Table<CancellationRow>
          rowKey="id"
          size="medium"
          columns={columns}
          dataSource={rows.error ? [] : rows.data?.items}
          loading={rows.isPending || rows.isPlaceholderData}
          scroll={{ x: 1120 }}
          {...paged<CancellationRow>(rows.data, page, size, change)}
          locale={{
            emptyText: rows.isPending ? (
              <div className="cancellation-wait" />
            ) : (
              <ListEmpty
                error={rows.error}
                onRetry={() => void rows.refetch()}
                filtered={filtered}
                onClear={clear}
                none={<Blank icon={<StopOutlined />} title={t('none')} hint={t('noneHint')} action={start} />}
              />
            ),
          }}
        />
      </section>
    </div>
  );
}
