import { ShopOutlined } from '@ant-design/icons';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Page, Product } from '../api/types';
import { useCityName } from '../shell/session';
import { Blank, useErrorText } from '../ui/Blank';
import { ListEmpty } from '../ui/ListEmpty';
import { PageHead } from '../ui/PageHead';
import { Tag, type Tone } from '../ui/Tag';
import { minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { RetireDialog } from './RetireDialog';

const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<Product>>('/api/catalogue', { size: 200 }, { signal })).items,
});

const tones: Record<Product['lifecycle'], Tone> = { launched: 'good', 'in-test': 'plain', retired: 'warn' };

/** What is sold and what no longer is: take a product out of sale, put it back. */
export default function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const { t: tu } = useTranslation('ui');
  const bilingual = useBilingual();
  const cityName = useCityName();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [modal, dialogs] = Modal.useModal();
  const queries = useQueryClient();
  const products = useQuery(catalogueQuery);
  const [leaving, setLeaving] = useState<Product>();

  const changed = async (said: string) => {
    message.success(said);
    for (const key of ['catalogue', 'products', 'order-templates']) {
      await queries.invalidateQueries({ queryKey: [key] });
    }
  };

  const launch = (product: Product) =>
    modal.confirm({
      title: t('launchTitle', { name: bilingual(product, 'name') }),
      okText: t('launch'),
      cancelText: tu('cancel'),
      onOk: async () => {
        try {
          await api.post(`/api/catalogue/${product.id}/launch`, {});
          await changed(t('launched', { name: bilingual(product, 'name') }));
        } catch (failure) {
          message.error(errorText(failure));
        }
      },
    });

  return (
    <div className="page">
      {dialogs}
      <PageHead title={t('title')} after={<span className="muted">{t('hint')}</span>} />
      <section className="card">
        <Table<Product>
          rowKey="id"
          size="medium"
          dataSource={products.error ? [] : products.data}
          loading={products.isPending}
          scroll={{ x: 980 }}
          pagination={false}
          columns={[
            {
              title: t('product'),
              key: 'product',
              render: (_, row) => (
                <>
                  <b>{bilingual(row, 'name')}</b> <code className="muted">{row.id}</code>
                </>
              ),
            },
            {
              title: t('cities'),
              key: 'cities',
              width: 260,
              render: (_, row) => row.cities.map(cityName).join(' · '),
            },
            {
              title: t('lifecycle.title'),
              key: 'lifecycle',
              width: 110,
              render: (_, row) => <Tag tone={tones[row.lifecycle]}>{t(`lifecycle.${row.lifecycle}`)}</Tag>,
            },
            {
              title: t('since'),
              key: 'since',
              width: 160,
              render: (_, row) =>
                row.retired ? <span className="number nowrap">{minute(row.retired)}</span> : '–',
            },
            { title: t('reason'), key: 'reason', render: (_, row) => row.reason ?? '–' },
            {
              title: '',
              key: 'actions',
              width: 150,
              render: (_, row) => (
                <>
                  {row.lifecycle === 'launched' && (
                    <Button type="link" size="small" onClick={() => setLeaving(row)}>
                      {t('retire')}
                    </Button>
                  )}
                  {row.lifecycle === 'retired' && (
                    <Button type="link" size="small" onClick={() => launch(row)}>
                      {t('launch')}
                    </Button>
                  )}
                </>
              ),
            },
          ]}
          locale={{
            emptyText: (
              <ListEmpty
                error={products.error}
                onRetry={() => void products.refetch()}
                filtered={false}
                onClear={() => undefined}
                none={<Blank icon={<ShopOutlined />} title={t('none')} hint={t('noneHint')} />}
              />
            ),
          }}
        />
      </section>
      {leaving && (
        <RetireDialog
          product={leaving}
          onDone={() => changed(t('retired', { name: bilingual(leaving, 'name') }))}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </div>
  );
}
