import { AuditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableProps } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OrderAudit } from '../api/types';
import { ProductSelect } from '../ordering/ProductSelect';
import { useProductName } from '../ordering/useProductName';
import { CitySelect } from '../shell/CitySelect';
import { useCityName, useMe } from '../shell/session';
import { useSystemName } from '../systems/useSystemName';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { Search } from '../ui/Search';
import { useShortcuts } from '../ui/shortcuts';
import { minute } from '../ui/time';
import { paged, sortedBy } from '../ui/paged';
import { auditsQuery } from './queries';
import { AuditState } from './States';

const STATES = ['different', 'unknown', 'asking', 'settled', 'same', 'waiting'] as const;
const SYSTEMS = ['crm', 'boss', 'eoms', 'platform', 'si', 'first-level'];
const WHILE_ASKING = 3_000;

/** What the page's address asks for; `tab` is not the list's. */
export function useAuditFilters() {
  const { values, change, clear } = useFilters();
  const { page = '0', size = '20', sort = 'created,desc', tab: _, ...filters } = values;
  return { query: { ...filters, page, size, sort }, filters, page, size, sort, values, change, clear };
}

export function AuditList() {
  const { t } = useTranslation('audit');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const cityName = useCityName();
  const systemName = useSystemName();
  const search = useRef<HTMLInputElement>(null);
  const { query, filters, page, size, sort, values, change, clear } = useAuditFilters();
  const rows = useQuery({
    ...auditsQuery(query),
    refetchInterval: ({ state }) =>
      state.data?.items.some((audit) => audit.state === 'asking') ? WHILE_ASKING : false,
  });
  const filtered = Object.keys(filters).length > 0;
  const sorted = sortedBy(sort);
  const productName = useProductName(rows.data?.items.flatMap((audit) => audit.products) ?? []);

  useShortcuts([{ keys: '/', text: t('keys.search'), run: () => search.current?.focus() }]);

  const columns: TableProps<OrderAudit>['columns'] = [
    {
      title: t('id'),
      key: 'id',
      width: 136,
      ...sorted('id'),
      render: (_, row) => (
        <Link to={`/audits/${row.id}`} className="number">
          {row.id}
        </Link>
      ),
    },
    {
      title: t('order'),
      key: 'orderId',
      width: 168,
      render: (_, row) => <span className="number">{row.orderId}</span>,
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
      render: (_, row) => row.products.map(productName).join(' · '),
    },
    {
      title: t('state.title'),
      key: 'state',
      width: 116,
      ...sorted('state'),
      render: (_, row) => <AuditState state={row.state} />,
    },
    {
      title: t('open'),
      key: 'open',
      width: 96,
      align: 'end',
      render: (_, row) => (
        <span className="number">
          {row.differences > 0 ? t('openOf', { open: row.open, all: row.differences }) : '–'}
        </span>
      ),
    },
    {
      title: t('compared'),
      key: 'compared',
      width: 150,
      ...sorted('compared'),
      render: (_, row) => <span className="number nowrap">{row.compared ? minute(row.compared) : '–'}</span>,
    },
    ...(me.cities.length > 1
      ? [
          {
            title: t('city'),
            key: 'city',
            width: 80,
            render: (_: unknown, row: OrderAudit) => cityName(row.city),
          },
        ]
      : []),
  ];

  return (
    <>
      <div className="filters">
        <Search
          ref={(input) => {
            search.current = input?.input ?? null;
          }}
          value={values.q}
          placeholder={t('searchHint')}
          width={240}
          onSearch={(q) => change({ q })}
        />
        <Select
          allowClear
          aria-label={t('system')}
          placeholder={t('system')}
          style={{ width: 150 }}
          value={values.system}
          onChange={(system) => change({ system })}
          options={SYSTEMS.map((system) => ({ value: system, label: systemName(system) }))}
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
      <Table<OrderAudit>
        rowKey="id"
        size="medium"
        columns={columns}
        dataSource={rows.error ? [] : rows.data?.items}
        loading={rows.isPending || rows.isPlaceholderData}
        scroll={{ x: 1040 }}
        {...paged<OrderAudit>(rows.data, page, size, change)}
        locale={{
          emptyText: rows.isPending ? (
            <div className="audit-wait" />
          ) : (
            <ListEmpty
              error={rows.error}
              onRetry={() => void rows.refetch()}
              filtered={filtered}
              onClear={clear}
              none={<Blank icon={<AuditOutlined />} title={t('none')} hint={t('noneHint')} />}
            />
          ),
        }}
      />
    </>
  );
}
