import { SnippetsOutlined, WarningFilled } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { OrderTemplate } from '../../api/types';
import { useCityName } from '../../shell/session';
import { Blank, useErrorText } from '../../ui/Blank';
import { useFilters } from '../../ui/filters';
import { ListEmpty } from '../../ui/ListEmpty';
import { PageHead } from '../../ui/PageHead';
import { Search } from '../../ui/Search';
import { Tag } from '../../ui/Tag';
import { minute } from '../../ui/time';
import { useToasts } from '../../ui/toasts';
import { useBilingual } from '../../ui/words';
import { productsQuery, templatesQuery } from '../queries';
import TemplateDialog from './TemplateDialog';
import '../orders.css';

/** Templates of one's own and of one's city: use one, rename or share it, throw it away. */
export default function TemplatesPage() {
  const { t } = useTranslation('ordering');
  const { t: tu } = useTranslation('ui');
  const cityName = useCityName();
  const bilingual = useBilingual();
  const { message } = useToasts();
  const errorText = useErrorText();
  const [modal, dialogs] = Modal.useModal();
  const queries = useQueryClient();
  const templates = useQuery(templatesQuery);
  const products = useQuery(productsQuery);
  const { values, change, clear, filtered } = useFilters();
  const [edited, setEdited] = useState<OrderTemplate>();
  const text = (values.q ?? '').toLowerCase();
  const shown = templates.data?.filter(({ name, ownerName }) =>
    `${name} ${ownerName}`.toLowerCase().includes(text),
  );

  const productName = (template: OrderTemplate, index: number) => {
    const id = template.items[index]!.offeringId;
    const product =
      template.itemProblems.find(({ item }) => item === index) ??
      products.data?.find((candidate) => candidate.id === id);
    return product ? bilingual(product, 'name') : id;
  };

  const remove = (template: OrderTemplate) =>
    modal.confirm({
      title: t('template.remove', { name: template.name }),
      content: t('template.removeHint'),
      okText: t('template.removeYes'),
      cancelText: tu('cancel'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await api.delete(`/api/order-templates/${template.id}`);
          message.success(t('template.removed', { name: template.name }));
        } catch (failure) {
          message.error(errorText(failure));
        }
        await queries.invalidateQueries({ queryKey: ['order-templates'] });
      },
    });

  return (
    <div className="page">
      {dialogs}
      <PageHead
        title={t('template.title')}
        after={shown && <span className="muted">{tu('total', { count: shown.length })}</span>}
      >
        <Link to="/orders/new">
          <Button tabIndex={-1}>{t('new')}</Button>
        </Link>
      </PageHead>
      <section className="card">
        <div className="filters">
          <Search
            value={values.q}
            placeholder={t('template.searchHint')}
            width={260}
            onSearch={(q) => change({ q })}
          />
        </div>
        <Table<OrderTemplate>
          rowKey="id"
          size="medium"
          dataSource={templates.error ? [] : shown}
          loading={templates.isPending}
          scroll={{ x: 980 }}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          columns={[
            {
              title: t('template.name'),
              key: 'name',
              render: (_, row) => (
                <>
                  <b>{row.name}</b>
                  {row.problems.map((problem) => (
                    <div key={problem} className="late">
                      <WarningFilled aria-hidden /> {problem}
                    </div>
                  ))}
                </>
              ),
            },
            {
              title: t('products'),
              key: 'products',
              render: (_, row) => (
                <span className="orders-products">
                  {row.items.map((item, index) => (
                    <Tag
                      key={index}
                      tone={row.itemProblems.some((problem) => problem.item === index) ? 'bad' : 'plain'}
                    >
                      {productName(row, index)}
                      {(item.quantity ?? 1) > 1 && ` × ${item.quantity}`}
                    </Tag>
                  ))}
                </span>
              ),
            },
            {
              title: t('template.audience'),
              key: 'audience',
              width: 150,
              render: (_, row) =>
                row.shared ? t('template.shared', { city: cityName(row.city) }) : t('template.own'),
            },
            { title: t('template.owner'), key: 'owner', width: 110, render: (_, row) => row.ownerName },
            {
              title: t('template.changed'),
              key: 'changed',
              width: 150,
              render: (_, row) => <span className="number nowrap">{minute(row.changed)}</span>,
            },
            {
              title: '',
              key: 'actions',
              width: 190,
              render: (_, row) => (
                <span className="template-actions">
                  <Link to={`/orders/new?template=${row.id}`}>{t('template.use')}</Link>
                  {row.mine && (
                    <>
                      <Button type="link" size="small" onClick={() => setEdited(row)}>
                        {t('template.edit')}
                      </Button>
                      <Button type="link" size="small" onClick={() => remove(row)}>
                        {t('template.removeYes')}
                      </Button>
                    </>
                  )}
                </span>
              ),
            },
          ]}
          locale={{
            emptyText: (
              <ListEmpty
                error={templates.error}
                onRetry={() => void templates.refetch()}
                filtered={filtered}
                onClear={clear}
                none={
                  <Blank
                    icon={<SnippetsOutlined />}
                    title={t('template.none')}
                    hint={t('template.noneHint')}
                    action={
                      <Link to="/orders/new">
                        <Button type="primary" tabIndex={-1}>
                          {t('new')}
                        </Button>
                      </Link>
                    }
                  />
                }
              />
            ),
          }}
        />
      </section>
      {edited && <TemplateDialog template={edited} onClose={() => setEdited(undefined)} />}
    </div>
  );
}
