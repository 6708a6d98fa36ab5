import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { FieldError, OrderDetail, OrderItem, Product } from '../api/types';
import { Failure, useErrorText } from '../ui/Blank';
import { StateTag } from '../ui/StateTag';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { useBilingual, useWord } from '../ui/words';
import { newItem, toItems, emptyDraft, type DraftItem } from './entry/draft';
import { ItemForm } from './entry/ItemForm';
import { useComponents } from './entry/useComponents';
import { productsQuery } from './queries';
import './entry/entry.css';

/** One line of the delta, as it is sent; {@code draft} holds what is typed. */
interface Change {
  change: 'add' | 'modify' | 'delete';
  itemId?: string;
  draft?: DraftItem;
}

/** Adds to an order under way, and changes or drops what has not had its turn. */
export default function AmendDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const { t } = useTranslation('ordering');
  const { t: tu } = useTranslation('ui');
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const bilingual = useBilingual();
  const products = useQuery(productsQuery);
  const partsOf = useComponents(products.data ?? []);
  const [changes, setChanges] = useState<Change[]>([]);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const product = (id: string) => products.data?.find((candidate) => candidate.id === id);
  const of = (item: OrderItem) => changes.find(({ itemId }) => itemId === item.id);
  const drop = (gone: Change) => setChanges(changes.filter((change) => change !== gone));
  const update = (changed: Change, draft: Partial<DraftItem>) =>
    setChanges(
      changes.map((change) =>
        change === changed ? { ...change, draft: { ...change.draft!, ...draft } } : change,
      ),
    );

  const form = (change: Change, draft: DraftItem, index: number) => {
    const known = product(draft.offeringId);
    const before = order.items.find(({ id }) => id === change.itemId);
    // What is changed keeps what is done with it.
    const offered: Product | undefined =
      known && before ? { ...known, actions: [before.action as DraftItem['action']] } : known;
    return (
      <ItemForm
        key={draft.key}
        index={index}
        item={draft}
        product={offered}
        parts={partsOf(known)}
        error={(field) => errors.find((error) => error.field === `items[${index}].item.${field}`)?.message}
        onTouch={() => setErrors(errors.filter((error) => !error.field.startsWith(`items[${index}].`)))}
        onChange={(typed) => update(change, typed)}
        onRemove={() => drop(change)}
      />
    );
  };

  const amend = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.post(`/api/orders/${order.id}/amend`, { items: changes.map(wire) });
      message.success(t('amend.done', { id: order.id }));
      onClose();
    } catch (failure) {
      setErrors(failure instanceof ApiError ? failure.errors : []);
      setProblem(errorText(failure));
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: ['orders'] });
  };

  return (
    <Modal
      open
      title={t('amend.title', { id: order.id })}
      width={760}
      okText={t('amend.action')}
      okButtonProps={{ disabled: changes.length === 0 }}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void amend()}
      onCancel={onClose}
    >
      <p className="muted">{t('amend.hint')}</p>
      {products.error && <Failure error={products.error} onRetry={() => void products.refetch()} />}
      {products.isPending ? (
        <Waiting rows={4} />
      ) : (
        <>
          <ul className="amend-items">
            {order.items.map((item) => (
              <Existing
                key={item.id}
                item={item}
                change={of(item)}
                onModify={() =>
                  setChanges([...changes, { change: 'modify', itemId: item.id, draft: draftOf(item) }])
                }
                onDelete={() => setChanges([...changes, { change: 'delete', itemId: item.id }])}
                onUndo={() => drop(of(item)!)}
              />
            ))}
          </ul>
          {changes.map((change, index) => change.draft && form(change, change.draft, index))}
          <Select
            value={null}
            placeholder={t('amend.add')}
            aria-label={t('amend.add')}
            style={{ width: 260 }}
            options={products.data
              ?.filter(
                (candidate) =>
                  candidate.orderable !== false && candidate.cities.includes(order.customer.city),
              )
              .map((candidate) => ({ value: candidate.id, label: bilingual(candidate, 'name') }))}
            onChange={(id: string | null) => {
              const chosen = id && product(id);
              if (chosen) setChanges([...changes, { change: 'add', draft: newItem(chosen) }]);
            }}
          />
        </>
      )}
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  );
}

function Existing({
  item,
  change,
  onModify,
  onDelete,
  onUndo,
}: {
  item: OrderItem;
  change: Change | undefined;
  onModify: () => void;
  onDelete: () => void;
  onUndo: () => void;
}) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const word = useWord();
  const name = bilingual(item, 'name');
  return (
    <li data-gone={change?.change === 'delete'}>
      <b>{name}</b>
      <span className="muted">
        {word('ordering:action', item.action)} × {item.quantity}
      </span>
      <StateTag state={item.state} />
      <span className="amend-acts">
        {change ? (
          <Button type="link" size="small" onClick={onUndo}>
            {t('amend.undo')}
          </Button>
        ) : item.changeable ? (
          <>
            <Button size="small" aria-label={t('amend.modifyOf', { name })} onClick={onModify}>
              {t('amend.modify')}
            </Button>
            <Button size="small" danger aria-label={t('amend.deleteOf', { name })} onClick={onDelete}>
              {t('amend.delete')}
            </Button>
          </>
        ) : (
          item.state !== 'cancelled' && <span className="muted">{t('amend.begun')}</span>
        )}
      </span>
    </li>
  );
}

function draftOf(item: OrderItem): DraftItem {
  return {
    key: item.id,
    offeringId: item.offeringId,
    action: item.action as DraftItem['action'],
    quantity: item.quantity,
    characteristics: Object.fromEntries(item.characteristics.map(({ name, value }) => [name, value])),
  };
}

function wire({ change, itemId, draft }: Change) {
  return { change, itemId, item: draft && toItems({ ...emptyDraft, items: [draft] })[0] };
}
