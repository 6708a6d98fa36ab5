import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Input, Modal, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useBlocker, useNavigate } from 'react-router';
import { api, ApiError } from '../../api/client';
import { newKey } from '../../api/key';
import type { FieldError, IntakeDetail, OrderDetail, Validation } from '../../api/types';
import { Failure, useErrorText } from '../../ui/Blank';
import { Field } from '../../ui/Field';
import { PageHead } from '../../ui/PageHead';
import { useShortcuts } from '../../ui/shortcuts';
import { minute, today } from '../../ui/time';
import { useToasts } from '../../ui/toasts';
import { Waiting } from '../../ui/Waiting';
import { customerQuery, productsQuery } from '../queries';
import { ContactFields } from './ContactFields';
import { CustomerPicker } from './CustomerPicker';
import { isEmpty, newItem, toOrder, type DraftItem } from './draft';
import { ItemForm } from './ItemForm';
import { ProductCards } from './ProductCards';
import { Summary } from './Summary';
import { TemplateMenu } from './TemplateMenu';
import { useComponents } from './useComponents';
import { useNamedProducts } from './useNamedProducts';
import { useDraft } from './useDraft';
import { useIntake } from './useIntake';
import { useTemplates } from './useTemplates';
import { MAX_NOTE, validate, type Errors, type Say } from './validate';
import './entry.css';

export default function EntryPage() {
  const { t, i18n } = useTranslation('ordering');
  const { message } = useToasts();
  const [modal, dialogs] = Modal.useModal();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const products = useQuery(productsQuery);
  const includes = useComponents(products.data ?? []);
  const { draft, restored, saving, change, flush, discard, unsaved } = useDraft();
  const customer = useQuery({ ...customerQuery(draft?.customer?.id ?? ''), enabled: !!draft?.customer });
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [serverErrors, setServerErrors] = useState<FieldError[]>([]);
  const [warnings, setWarnings] = useState<FieldError[]>([]);
  const attempt = useRef<{ body: string; key: string }>(undefined);
  const leaving = useRef(false);

  const byId = useNamedProducts(products.data, draft?.items.map(({ offeringId }) => offeringId) ?? []);
  const say: Say = useCallback((rule, values = {}) => String(t(`rule.${rule}`, values as never)), [t]);
  const clientErrors = draft
    ? validate(draft, byId, today().format('YYYY-MM-DD'), say, i18n.language === 'en')
    : {};
  const ready = !!draft?.customer && draft.items.length > 0 && Object.keys(clientErrors).length === 0;
  const body = draft && JSON.stringify(toOrder(draft));

  // what only the server knows (sold in this city? resources?) is asked a moment after the last change
  useEffect(() => {
    setServerErrors([]);
    setWarnings([]);
    if (!ready || !body) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api
        .post<Validation>('/api/orders/validate', JSON.parse(body), { signal: stop.signal })
        .then((said) => {
          setServerErrors(said.errors);
          setWarnings(said.warnings);
        })
        .catch(() => undefined);
    }, 500);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [body, ready, i18n.language]);

  const fromServer: Errors = Object.fromEntries(
    serverErrors.map(({ field, message: text }) => [field, text]),
  );
  const errors: Errors = { ...fromServer, ...clientErrors };
  const shown = (field: string): string | undefined =>
    fromServer[field] ?? (tried || touched.has(field) ? clientErrors[field] : undefined);
  const touch = (field: string) =>
    setTouched((before) => (before.has(field) ? before : new Set(before).add(field)));

  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !leaving.current && currentLocation.pathname !== nextLocation.pathname && unsaved(),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void flush().then((kept) => {
      if (kept) {
        message.info(t('entry.keptAsDraft'));
        blocker.proceed();
        return;
      }
      modal.confirm({
        title: t('entry.leave'),
        content: t('entry.leaveHint'),
        okText: t('entry.leaveAnyway'),
        onOk: () => blocker.proceed(),
        onCancel: () => blocker.reset(),
      });
    });
  }, [blocker.state]);

  const submit = async () => {
    if (!draft || !body || busy) return;
    setTried(true);
    setRefusal(undefined);
    const first = Object.keys(errors)[0];
    if (first) return focusField(first);
    // the same order sent twice, by a double click or after a time-out, is one order
    if (attempt.current?.body !== body) attempt.current = { body, key: newKey() };
    setBusy(true);
    try {
      const headers = { 'Idempotency-Key': attempt.current.key };
      const id = draft.intakeId
        ? (
            await api.post<IntakeDetail>(`/api/intakes/${draft.intakeId}/order`, JSON.parse(body), {
              headers,
            })
          ).orderId!
        : (await api.post<OrderDetail>('/api/orders', JSON.parse(body), { headers })).id;
      leaving.current = true;
      await discard().catch(() => undefined);
      await queries.invalidateQueries({ queryKey: ['orders', 'list'] });
      if (draft.intakeId) await queries.invalidateQueries({ queryKey: ['intakes'] });
      message.success(t('entry.accepted', { id }));
      await navigate(`/orders/${id}`);
    } catch (failure) {
      if (failure instanceof ApiError && failure.errors.length > 0) {
        setServerErrors(failure.errors);
        focusField(failure.errors[0]!.field);
      }
      setRefusal(errorText(failure));
      setBusy(false);
    }
  };

  const fillIn = useTemplates(!!draft, change);
  useIntake(
    draft,
    products.data,
    change,
    async () =>
      await modal.confirm({
        title: t('entry.replace'),
        content: t('entry.replaceHint'),
        okText: t('entry.replaceYes'),
      }),
  );

  useShortcuts([{ keys: 'mod+Enter', text: t('keys.submit'), run: () => void submit() }]);

  const changeItem = (key: string, update: Partial<DraftItem>) =>
    change((before) => ({
      ...before,
      items: before.items.map((item) => (item.key === key ? { ...item, ...update } : item)),
    }));

  if (products.error) return <Failure error={products.error} onRetry={() => void products.refetch()} />;
  if (!draft || !products.data) {
    return (
      <div className="page">
        <PageHead title={t('entry.title')} />
        <div className="card entry-wait">
          <Waiting rows={8} />
        </div>
      </div>
    );
  }

  return (
    <div className="page entry">
      {dialogs}
      <PageHead title={t('entry.title')}>
        <TemplateMenu draft={draft} city={customer.data?.city} onUse={fillIn} />
        {!isEmpty(draft) && (
          <Button
            onClick={() =>
              modal.confirm({
                title: t('entry.discard'),
                content: t('entry.discardHint'),
                okText: t('entry.discardYes'),
                okButtonProps: { danger: true },
                onOk: () =>
                  discard().then(() => {
                    setTried(false);
                    setTouched(new Set());
                  }),
              })
            }
          >
            {t('entry.discard')}
          </Button>
        )}
      </PageHead>
      {draft.intakeId && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {t('entry.ofIntake')} <Link to={`/intakes/${draft.intakeId}`}>{draft.intakeId}</Link>
            </>
          }
        />
      )}
      {restored !== undefined && (
        <Alert
          type="info"
          showIcon
          closable
          title={restored ? t('entry.restoredAt', { time: minute(restored) }) : t('entry.restored')}
        />
      )}
      <div className="entry-grid">
        <div className="entry-main">
          <section className="card" aria-labelledby="entry-customer">
            <div className="card-head">
              <h2 id="entry-customer">{t('customer')}</h2>
            </div>
            <CustomerPicker
              customer={draft.customer}
              details={customer.data}
              error={shown('customerId')}
              onChange={(picked) => {
                touch('customerId');
                change((before) => ({
                  ...before,
                  customer: picked && { id: picked.id, name: picked.name },
                  contact: undefined,
                }));
              }}
            />
          </section>
          <section className="card" aria-labelledby="entry-products">
            <div className="card-head">
              <h2 id="entry-products">{t('products')}</h2>
              <span className="muted">{t('entry.pickHint')}</span>
            </div>
            <ProductCards
              products={products.data}
              city={customer.data}
              chosen={draft.items.map((item) => item.offeringId)}
              onAdd={(product) => {
                touch('items');
                change((before) => ({ ...before, items: [...before.items, newItem(product)] }));
              }}
            />
            {shown('items') && (
              <div className="field-error entry-error" role="alert" id="entry-items">
                {shown('items')}
              </div>
            )}
          </section>
          {draft.items.map((item, index) => (
            <ItemForm
              key={item.key}
              index={index}
              item={item}
              product={byId.get(item.offeringId)}
              others={(products.data ?? []).filter(
                ({ orderable, cities }) =>
                  orderable && (!customer.data || cities.includes(customer.data.city)),
              )}
              parts={includes(byId.get(item.offeringId))}
              error={(field) => shown(`items[${index}].${field}`)}
              onTouch={(field) => touch(`items[${index}].${field}`)}
              onChange={(update) => changeItem(item.key, update)}
              onRemove={() =>
                change((before) => ({ ...before, items: before.items.filter(({ key }) => key !== item.key) }))
              }
            />
          ))}
          <section className="card" aria-labelledby="entry-terms">
            <div className="card-head">
              <h2 id="entry-terms">{t('entry.terms')}</h2>
            </div>
            <div className="entry-terms">
              <Field
                label={t('requestedDate')}
                hint={t('entry.dateHint')}
                error={shown('requestedDate')}
                id="entry-requestedDate"
              >
                <DatePicker
                  value={draft.requestedDate ? dayjs(draft.requestedDate) : null}
                  disabledDate={(date) => date.format('YYYY-MM-DD') < today().format('YYYY-MM-DD')}
                  onChange={(date) => {
                    touch('requestedDate');
                    change((before) => ({ ...before, requestedDate: date?.format('YYYY-MM-DD') }));
                  }}
                />
              </Field>
              <div className="field">
                <span className="field-label" id="entry-priority">
                  {t('priority')}
                </span>
                <Segmented
                  aria-labelledby="entry-priority"
                  value={draft.priority}
                  options={[0, 1, 2, 3].map((value) => ({
                    value,
                    label: t(`priorities.${value as 0 | 1 | 2 | 3}`),
                  }))}
                  onChange={(priority) => change((before) => ({ ...before, priority }))}
                />
              </div>
              <ContactFields
                contact={draft.contact}
                customer={customer.data}
                error={(field) => shown(`contact.${field}`)}
                onChange={(contact) => change((before) => ({ ...before, contact }))}
              />
              <div className="entry-note">
                <Field
                  label={t('note')}
                  error={shown('note')}
                  hint={`${draft.note.length}/${MAX_NOTE}`}
                  id="entry-note"
                >
                  <Input.TextArea
                    autoSize={{ minRows: 2, maxRows: 6 }}
                    value={draft.note}
                    onChange={(event) => {
                      touch('note');
                      change((before) => ({ ...before, note: event.target.value }));
                    }}
                  />
                </Field>
              </div>
            </div>
          </section>
        </div>
        <Summary
          draft={draft}
          products={byId}
          saving={saving}
          problems={tried || serverErrors.length ? Object.entries(errors) : []}
          warnings={warnings.map(({ message: text }) => text)}
          refusal={refusal}
          busy={busy}
          onProblem={focusField}
          onSubmit={() => void submit()}
        />
      </div>
    </div>
  );
}

/** Brings the eye and the keyboard to a field named as in the server's errors. */
function focusField(field: string) {
  const id = `entry-${field.replace(/[^\w]+/g, '-').replace(/-$/, '')}`;
  const target = document.getElementById(id) ?? document.getElementById('entry-items');
  target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  target?.focus({ preventScroll: true });
}
