import {
  FileAddOutlined,
  FileTextOutlined,
  PlusOutlined,
  RollbackOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Select, Table, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { OrderRow } from '../api/types';
import { CitySelect } from '../shell/CitySelect';
import { useCityName, useMe } from '../shell/session';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { AtRisk } from '../ui/AtRisk';
import { ExportMenu } from '../ui/ExportMenu';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Progress } from '../ui/Progress';
import { Search } from '../ui/Search';
import { useShortcuts } from '../ui/shortcuts';
import { StateTag } from '../ui/StateTag';
import { Tag } from '../ui/Tag';
import { MoreThanShown, Total } from '../ui/Total';
import { paged, sortOf } from '../ui/paged';
import { minute } from '../ui/time';
import { useBilingual, useWord } from '../ui/words';
import { mayOrder } from './rights';
import { ProductSelect } from './ProductSelect';
import { ordersQuery } from './queries';
import './orders.css';

const RollbackBatchDialog = lazy(() => import('../provisioning/RollbackBatchDialog'));

const STATES = [
  'acknowledged',
  'pending',
  'inProgress',
  'held',
  'pendingCancellation',
  'completed',
  'partial',
  'failed',
  'rejected',
  'cancelled',
];

const CATEGORIES = ['subscription', 'change', 'cancellation'] as const;

/** What has ended with something done; the server decides again. */
const REVOCABLE = ['completed', 'partial', 'failed'];
const MOST_SELECTED = 50;

export default function OrdersPage() {
  const { t } = useTranslation('ordering');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const cityName = useCityName();
  const word = useWord();
  const bilingual = useBilingual();
  const navigate = useNavigate();
  const { values, change, clear, filtered } = useFilters();
  const search = useRef<HTMLInputElement>(null);
  const polling = useLiveStatus() === 'polling';
  const { page = '0', size = '20', sort = 'created,desc', ...filters } = values;
  const orders = useQuery({
    ...ordersQuery({ ...filters, page, size, sort }),
    refetchInterval: polling && 30_000,
  });
  const orderable = mayOrder(me);
  const revocable = me.modules.includes('fallouts');
  const [selected, setSelected] = useState<string[]>([]);
  const [rollingBack, setRollingBack] = useState(false);

  useShortcuts([
    { keys: '/', text: t('keys.search'), run: () => search.current?.focus() },
    ...(orderable ? [{ keys: 'n', text: t('keys.new'), run: () => void navigate('/orders/new') }] : []),
  ]);

  const [sortField, sortWay] = sort.split(',');
  const sorted = (field: string) =>
    sortField === field ? (sortWay === 'asc' ? ('ascend' as const) : ('descend' as const)) : null;

  const columns: TableProps<OrderRow>['columns'] = [
    {
      title: t('id'),
      key: 'id',
      width: 188,
      render: (_, row) => (
        <Link to={`/orders/${row.id}`} className="number">
          {row.id}
        </Link>
      ),
    },
    {
      title: t('customer'),
      key: 'customerName',
      sorter: true,
      sortOrder: sorted('customerName'),
      ellipsis: true,
      render: (_, row) => <span title={row.customerName}>{row.customerName}</span>,
    },
    {
      title: t('products'),
      key: 'products',
      render: (_, row) => (
        <span className="orders-products">
          {row.products.map((product, index) => (
            <Tag key={index}>
              {bilingual(product, 'name')}
              {product.action !== 'add' && ` · ${word('ordering:action', product.action)}`}
            </Tag>
          ))}
        </span>
      ),
    },
    {
      title: t('state'),
      key: 'state',
      width: 116,
      sorter: true,
      sortOrder: sorted('state'),
      render: (_, row) => <StateTag state={row.state} />,
    },
    {
      title: t('progress'),
      key: 'progress',
      width: 112,
      render: (_, row) => <Progress {...row.progress} label={t('progressOf', { id: row.id })} />,
    },
    {
      title: t('due'),
      key: 'due',
      width: 168,
      sorter: true,
      sortOrder: sorted('due'),
      render: (_, row) => (
        <>
          <span className="number nowrap">
            {minute(row.due)} {row.late && <Late />}
          </span>
          {row.risk && (
            <div>
              <AtRisk due={row.due} {...row.risk} short />
            </div>
          )}
        </>
      ),
    },
    {
      title: t('created'),
      key: 'created',
      width: 150,
      sorter: true,
      sortOrder: sorted('created'),
      render: (_, row) => <span className="number nowrap">{minute(row.created)}</span>,
    },
    {
      title: t('createdBy'),
      key: 'createdBy',
      width: 104,
      ellipsis: true,
      render: (_, row) => row.createdByName,
    },
    ...(me.cities.length > 1
      ? [
          {
            title: t('city'),
            key: 'city',
            width: 88,
            render: (_: unknown, row: OrderRow) => cityName(row.city),
          },
        ]
      : []),
  ];

  return (
    <div className="page">
      <PageHead title={t('title')} after={<Total of={orders.data} />}>
        <ExportMenu path="/api/orders/export" query={{ ...filters, sort }} />
        {orderable && (
          <Link to="/orders/new">
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
          <ProductSelect
            label={t('product')}
            width={150}
            value={values.product}
            onChange={(product) => change({ product })}
          />
          <Select
            allowClear
            aria-label={t('category')}
            placeholder={t('category')}
            style={{ width: 120 }}
            value={values.category}
            onChange={(category) => change({ category })}
            options={CATEGORIES.map((category) => ({ value: category, label: t(`categories.${category}`) }))}
          />
          <CitySelect label={t('city')} value={values.city} onChange={(city) => change({ city })} />
          <DatePicker.RangePicker
            allowEmpty={[true, true]}
            style={{ width: 250 }}
            placeholder={[t('from'), t('to')]}
            value={[values.from ? dayjs(values.from) : null, values.to ? dayjs(values.to) : null]}
            onChange={(range) =>
              change({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })
            }
          />
          <Checkbox
            checked={values.late === 'true'}
            onChange={(event) => change({ late: event.target.checked })}
          >
            {t('lateOnly')}
          </Checkbox>
          <Checkbox
            checked={values.atRisk === 'true'}
            onChange={(event) => change({ atRisk: event.target.checked })}
          >
            {tu('risk.only')}
          </Checkbox>
          {filtered && (
            <Button type="link" size="small" onClick={clear}>
              {tu('clearFilters')}
            </Button>
          )}
        </div>
        <div className="list-states">
          <Chips
            label={t('state')}
            all={tu('all')}
            values={STATES.map((state) => ({ value: state, label: word('ui:state', state) }))}
            value={values.state}
            onChange={(state) => change({ state })}
          />
        </div>
        {selected.length > 0 && (
          <div className="orders-selected" role="status">
            <span>{t('selected', { count: selected.length })}</span>
            <Button danger icon={<RollbackOutlined />} onClick={() => setRollingBack(true)}>
              {t('rollbackSelected')}
            </Button>
            <Button type="link" onClick={() => setSelected([])}>
              {t('unselect')}
            </Button>
          </div>
        )}
        <Suspense>
          {rollingBack && (
            <RollbackBatchDialog
              orderIds={selected}
              onClose={() => {
                setRollingBack(false);
                setSelected([]);
              }}
            />
          )}
        </Suspense>
        <Table<OrderRow>
          rowKey="id"
          rowSelection={
            revocable
              ? {
                  selectedRowKeys: selected,
                  preserveSelectedRowKeys: true,
                  onChange: (keys) => setSelected(keys.map(String).slice(0, MOST_SELECTED)),
                  getCheckboxProps: (row) => ({
                    disabled: !REVOCABLE.includes(row.state),
                    'aria-label': row.id,
                  }),
                }
              : undefined
          }
          size="medium"
          columns={columns}
          dataSource={orders.error ? [] : orders.data?.items}
          loading={orders.isPending || orders.isPlaceholderData}
          scroll={{ x: 1120 }}
          {...paged<OrderRow>(orders.data, page, size, change)}
          onChange={(next, _filters, sorter) => {
            const order = sortOf(sorter);
            change({
              page:
                order === (values.sort ?? (sorted('created') ? sort : ''))
                  ? (next.current ?? 1) - 1 || ''
                  : '',
              size: next.pageSize === 20 ? '' : next.pageSize,
              sort: order,
            });
          }}
          locale={{
            emptyText: orders.isPending ? (
              <div className="orders-wait" />
            ) : (
              <ListEmpty
                error={orders.error}
                onRetry={() => void orders.refetch()}
                filtered={filtered}
                onClear={clear}
                none={
                  <Blank
                    icon={orderable ? <FileAddOutlined /> : <FileTextOutlined />}
                    title={t('none')}
                    hint={t(orderable ? 'noneHintCreate' : 'noneHint')}
                    action={
                      orderable && (
                        <Link to="/orders/new">
                          <Button type="primary" tabIndex={-1}>
                            {t('new')}
                          </Button>
                        </Link>
                      )
                    }
                  />
                }
              />
            ),
          }}
        />
        <MoreThanShown of={orders.data} />
      </section>
    </div>
  );

  function Late() {
    return (
      <span className="late" title={t('late')}>
        <WarningFilled aria-hidden /> {t('late')}
      </span>
    );
  }
}
