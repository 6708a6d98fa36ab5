import { MoreOutlined, PlusOutlined, StarFilled, TeamOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import type { KeptFilter, TaskView } from '../../api/types';
import { useErrorText } from '../../ui/Blank';
import { PopMenu } from '../../ui/PopMenu';
import { useToasts } from '../../ui/toasts';
import { addressOf, conditionsOf, isShown } from './conditions';
import { FilterDialog } from './FilterDialog';
import { filtersQuery } from './queries';
import './filters.css';

const MOST_COUNTED = 1000;

/** The filters one has kept and those shared with one, with how many tasks each shows. */
export default function SavedFilters({ view }: { view: TaskView }) {
  const { t } = useTranslation('filters');
  const { message, notification } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { data: filters } = useQuery(filtersQuery);
  const [params] = useSearchParams();
  const conditions = conditionsOf(params);
  const [editing, setEditing] = useState<KeptFilter | 'new'>();

  const renew = () => queries.invalidateQueries({ queryKey: filtersQuery.queryKey });
  const act = async (work: Promise<unknown>, done?: () => void) => {
    try {
      await work;
      done?.();
    } catch (failure) {
      message.error(errorText(failure));
    }
    await renew();
  };
  const remove = (filter: KeptFilter) =>
    act(api.delete(`/api/task-filters/${filter.id}`), () => {
      const key = `deleted-${filter.id}`;
      notification.info({
        key,
        title: t('deleted', { name: filter.name }),
        duration: 10,
        actions: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy(key);
              void act(api.post(`/api/task-filters/${filter.id}/restore`));
            }}
          >
            {t('undo')}
          </Button>
        ),
      });
    });

  const known = filters?.some((filter) => isShown(filter, view, conditions));
  const keepable = Object.keys(conditions).length > 0 && !known;
  if (!filters || (filters.length === 0 && !keepable && !editing)) return null;
  return (
    <>
      <h2>{t('title')}</h2>
      {filters.map((filter) => (
        <div key={filter.id} className="kept-filter" data-shown={isShown(filter, view, conditions)}>
          <Link
            to={addressOf(filter)}
            title={filter.own ? undefined : t('sharedBy', { name: filter.ownerName })}
            aria-current={isShown(filter, view, conditions) ? 'page' : undefined}
          >
            <span>
              {filter.name}
              {filter.isDefault && <StarFilled aria-label={t('default')} />}
              {filter.sharedWith && (
                <TeamOutlined
                  aria-label={
                    filter.own
                      ? t('sharedWith', { name: filter.sharedWithName ?? filter.sharedWith })
                      : t('sharedBy', { name: filter.ownerName })
                  }
                />
              )}
              {filter.gone.length > 0 && (
                <WarningOutlined className="kept-gone" aria-label={t(`gone.${filter.gone[0] as 'group'}`)} />
              )}
            </span>
            <span>{filter.count > MOST_COUNTED ? `${MOST_COUNTED}+` : filter.count}</span>
          </Link>
          <PopMenu
            label={t('menu', { name: filter.name })}
            button={<MoreOutlined />}
            items={[
              ...(filter.own ? [{ key: 'edit', label: t('edit'), run: () => setEditing(filter) }] : []),
              {
                key: 'default',
                label: t(filter.isDefault ? 'noDefault' : 'makeDefault'),
                run: () =>
                  void act(api.put('/api/task-filters/default', { id: filter.isDefault ? null : filter.id })),
              },
              ...(filter.own ? [{ key: 'delete', label: t('delete'), run: () => void remove(filter) }] : []),
            ]}
            head={
              filter.gone.length > 0 && (
                <p className="kept-note">
                  {filter.gone.map((what) => t(`gone.${what as 'group'}`)).join(' ')}
                </p>
              )
            }
          />
        </div>
      ))}
      {keepable && (
        <button type="button" className="kept-new" onClick={() => setEditing('new')}>
          <PlusOutlined /> {t('keep')}
        </button>
      )}
      {editing && (
        <FilterDialog
          filter={editing === 'new' ? undefined : editing}
          view={view}
          conditions={conditions}
          onClose={() => setEditing(undefined)}
          onKept={() => {
            setEditing(undefined);
            void renew();
          }}
        />
      )}
    </>
  );
}
