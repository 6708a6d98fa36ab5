import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { RegisteredPartner } from '../api/types';
import { CitySelect } from '../shell/CitySelect';
import { Blank } from '../ui/Blank';
import { Chips } from '../ui/Chips';
import { useFilters } from '../ui/filters';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Search } from '../ui/Search';
import { Tag } from '../ui/Tag';
import { useBilingual } from '../ui/words';
import { PartnerDialog } from './PartnerDialog';
import { PartnerDrawer } from './PartnerDrawer';
import { partnersQuery } from './queries';
import { usePartnerWords } from './usePartnerWords';
import './partners.css';

/** 集成商: who installs at customers' places, where, what, and by whom. */
export default function PartnersPage() {
  const { t } = useTranslation('partners');
  const { t: tu } = useTranslation('ui');
  const bilingual = useBilingual();
  const words = usePartnerWords();
  const { pathname, search } = useLocation();
  const { values, change } = useFilters();
  const { partner, ...filters } = values;
  const [adding, setAdding] = useState(false);
  const register = useQuery(partnersQuery(filters));
  const filtered = Object.keys(filters).length > 0;
  const clear = () => change({ q: '', city: '', qualification: '', way: '', active: '' });
  const address = (id: string) => {
    const params = new URLSearchParams(search);
    params.set('partner', id);
    return `${pathname}?${params}`;
  };

  const columns: TableProps<RegisteredPartner>['columns'] = [
    {
      title: t('name'),
      key: 'name',
      ellipsis: true,
      render: (_, row) => (
        <>
          <Link to={address(row.id)}>{bilingual(row, 'name')}</Link>
          <div className="muted partners-sub">{row.id}</div>
        </>
      ),
    },
    {
      title: t('cities'),
      key: 'cities',
      ellipsis: true,
      render: (_, row) => <span title={words.cities(row.cities)}>{words.cities(row.cities)}</span>,
    },
    {
      title: t('installs'),
      key: 'qualifications',
      ellipsis: true,
      render: (_, row) => (
        <span title={words.qualifications(row.qualifications)}>
          {words.qualifications(row.qualifications)}
        </span>
      ),
    },
    { title: t('way'), key: 'way', width: 200, ellipsis: true, render: (_, row) => words.way(row.system) },
    {
      title: t('open'),
      key: 'open',
      width: 110,
      align: 'end',
      render: (_, row) => <span className="number">{row.open}</span>,
    },
    {
      title: t('state'),
      key: 'active',
      width: 110,
      render: (_, row) => (
        <Tag tone={row.active ? 'good' : 'plain'}>{t(row.active ? 'active' : 'inactive')}</Tag>
      ),
    },
  ];

  const add = register.data?.mayChange && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        after={
          register.data && (
            <span className="muted nowrap">{t('count', { count: register.data.partners.length })}</span>
          )
        }
      >
        {add}
      </PageHead>
      <section className="card">
        <div className="filters">
          <Search
            value={filters.q}
            placeholder={t('searchHint')}
            width={240}
            onSearch={(q) => change({ q })}
          />
          <CitySelect
            label={t('cities')}
            width={130}
            value={filters.city}
            onChange={(city) => change({ city })}
          />
          <Select
            allowClear
            aria-label={t('installs')}
            placeholder={t('installs')}
            style={{ width: 180 }}
            value={filters.qualification}
            onChange={(qualification) => change({ qualification })}
            options={register.data?.qualifications.map((value) => ({
              value,
              label: words.qualification(value),
            }))}
          />
          <Chips
            label={t('way')}
            all={tu('all')}
            values={[
              { value: 'system', label: t('withSystem') },
              { value: 'people', label: t('withoutSystem') },
            ]}
            value={filters.way}
            onChange={(way) => change({ way })}
          />
          <Chips
            label={t('state')}
            all={tu('all')}
            values={[
              { value: 'true', label: t('active') },
              { value: 'false', label: t('inactive') },
            ]}
            value={filters.active}
            onChange={(active) => change({ active })}
          />
        </div>
        <Table<RegisteredPartner>
          rowKey="id"
          size="medium"
          columns={columns}
          dataSource={register.error ? [] : register.data?.partners}
          loading={register.isPending || register.isPlaceholderData}
          scroll={{ x: 900 }}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{
            emptyText: register.isPending ? (
              <div className="calls-wait" />
            ) : (
              <ListEmpty
                error={register.error}
                onRetry={() => void register.refetch()}
                filtered={filtered}
                onClear={clear}
                none={<Blank icon={<TeamOutlined />} title={t('none')} hint={t('noneHint')} action={add} />}
              />
            ),
          }}
        />
      </section>
      <PartnerDrawer id={partner} onClose={() => change({ partner: '' })} />
      {adding && (
        <PartnerDialog
          partner={undefined}
          onClose={(added) => {
            setAdding(false);
            if (added) change({ partner: added });
          }}
        />
      )}
    </div>
  );
}
