import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio, Select, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useBlocker } from 'react-router';
import { api, ApiError } from '../api/client';
import { newKey } from '../api/key';
import type { Customer, IntakeDetail } from '../api/types';
import { productsQuery } from '../ordering/queries';
import { useMe } from '../shell/session';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { PageHead } from '../ui/PageHead';
import { useShortcuts } from '../ui/shortcuts';
import { Waiting } from '../ui/Waiting';
import { minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { CustomerCard } from './CustomerCard';
import { CustomerField } from './CustomerField';
import { emptyDraft, isEmpty, toIntake, type Draft } from './draft';
import { Entered } from './Entered';
import { routeQuery } from './queries';
import { RouteCard } from './RouteCard';
import { useDraft } from './useDraft';
import { KINDS, OUTCOMES } from './words';
import './intake.css';

const LONGEST = 2000;

/** One screen for whoever speaks to a customer: keyboard only, and it says at once who does what is wanted. */
export default function EntryPage() {
  const { t } = useTranslation('intake');
  const me = useMe();
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = useToasts();
  const products = useQuery(productsQuery);
  const { draft, restored, saving, change, flush, discard, unsaved } = useDraft();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [entered, setEntered] = useState<IntakeDetail>();
  const attempt = useRef<{ body: string; key: string }>(undefined);
  const customer = useRef<InputRef>(null);
  const shown = draft ?? emptyDraft;
  const oneCity = me.cities.length === 1 ? me.cities[0]!.id : undefined;
  const route = useQuery({
    ...routeQuery({
      kind: shown.kind,
      products: shown.offeringIds.join(','),
      customer: shown.customerId,
      city: shown.city ?? oneCity,
    }),
    enabled: !!shown.kind,
  });
  const asked = shown.kind ? route.data : undefined;
  const here = !!asked?.here && !shown.channel;

  const set = useCallback(
    (update: Partial<Draft>) => {
      change((before) => ({ ...before, ...update }));
      setErrors((before) =>
        Object.fromEntries(Object.entries(before).filter(([field]) => !(field in update))),
      );
    },
    [change],
  );

  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && unsaved(),
  );
  useEffect(() => {
    if (blocker.state === 'blocked') void flush().then(() => blocker.proceed());
  }, [blocker.state]);

  const next = async () => {
    await discard().catch(() => undefined);
    setErrors({});
    customer.current?.focus();
  };

  const submit = async () => {
    if (!draft || busy) return;
    const body = JSON.stringify(toIntake({ ...shown, city: shown.city ?? oneCity }, here));
    // the same intake sent twice, by a double click or after a time-out, is one
    if (attempt.current?.body !== body) attempt.current = { body, key: newKey() };
    setBusy(true);
    try {
      const answer = await api.post<IntakeDetail>('/api/intakes', JSON.parse(body), {
        headers: { 'Idempotency-Key': attempt.current.key },
      });
      attempt.current = undefined;
      setEntered(answer);
      await queries.invalidateQueries({ queryKey: ['intakes'] });
      await next();
    } catch (failure) {
      if (failure instanceof ApiError && failure.errors.length > 0) {
        setErrors(
          Object.fromEntries(
            failure.errors.map(({ field, message: text }) => [field.replace(/\[.*$/, ''), text]),
          ),
        );
        document.getElementById(`intake-${failure.errors[0]!.field.replace(/\[.*$/, '')}`)?.focus();
      } else message.error(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  useShortcuts([
    { keys: 'mod+Enter', text: t('keys.submit'), run: () => void submit() },
    { keys: '/', text: t('keys.customer'), run: () => customer.current?.focus() },
  ]);

  const pick = (picked: Customer) => {
    set({ customerId: picked.id, customerName: picked.name, city: undefined });
    document.getElementById('intake-kind')?.querySelector('input')?.focus();
  };

  if (!draft || !products.data) {
    return (
      <div className="page">
        <PageHead title={t('entry')} />
        <div className="card intake-wait">
          <Waiting rows={8} />
        </div>
      </div>
    );
  }

  /** Alt and a digit choose a kind without leaving the field one is in. */
  const byDigit = (event: React.KeyboardEvent) => {
    const kind = event.altKey && /^Digit[1-6]$/.test(event.code) && KINDS[Number(event.code.slice(5)) - 1];
    if (!kind) return;
    event.preventDefault();
    set({ kind });
  };

  return (
    <div className="page">
      <PageHead
        title={t('entry')}
        after={
          <span className="muted" aria-live="polite">
            {saving.state === 'saved'
              ? t('kept', { time: minute(saving.at) })
              : saving.state === 'failed'
                ? t('notKept')
                : ''}
          </span>
        }
      >
        <Link to="/intakes">
          <Button tabIndex={-1}>{t('toList')}</Button>
        </Link>
        {!isEmpty(draft) && <Button onClick={() => void next()}>{t('clear')}</Button>}
      </PageHead>
      {entered && isEmpty(draft) && <Entered intake={entered} onClose={() => setEntered(undefined)} />}
      {restored !== undefined && !isEmpty(draft) && (
        <p className="intake-restored muted" role="status">
          {t('restored')}
        </p>
      )}
      <div className="intake-grid">
        <section className="card intake-form" aria-label={t('entry')} onKeyDownCapture={byDigit}>
          <div className="intake-row intake-who">
            <CustomerField
              ref={customer}
              name={draft.customerName}
              known={!!draft.customerId}
              error={errors.customerId ?? errors.customerName}
              onType={(customerName) => set({ customerName, customerId: undefined })}
              onPick={pick}
            />
            {!draft.customerId && !oneCity && (
              <Field label={t('city')} required error={errors.city} id="intake-city">
                <Select
                  value={draft.city}
                  onChange={(city: string) => set({ city })}
                  options={me.cities.map((city) => ({ value: city.id, label: bilingual(city, 'name') }))}
                />
              </Field>
            )}
          </div>
          <div className="field" id="intake-kind">
            <span className="field-label" id="intake-kind-label">
              {t('kindLabel')}
              <span className="field-required" aria-hidden>
                *
              </span>
            </span>
            <Radio.Group
              aria-labelledby="intake-kind-label"
              optionType="button"
              value={draft.kind}
              onChange={(event) => set({ kind: event.target.value as string, channel: undefined })}
              options={KINDS.map((kind, index) => ({
                value: kind,
                label: (
                  <>
                    {t(`kind.${kind}`)} <kbd aria-hidden>{index + 1}</kbd>
                  </>
                ),
              }))}
            />
            <div className={errors.kind ? 'field-error' : 'field-hint'} role={errors.kind && 'alert'}>
              {errors.kind ?? t('kindHint')}
            </div>
          </div>
          <Field label={t('products')} error={errors.offeringIds} id="intake-offeringIds">
            <Select<string[]>
              mode="multiple"
              value={draft.offeringIds}
              onChange={(offeringIds) => set({ offeringIds, channel: undefined })}
              showSearch={{ optionFilterProp: 'label' }}
              options={products.data.map((one) => ({ value: one.id, label: bilingual(one, 'name') }))}
            />
          </Field>
          <Field label={t('need')} required error={errors.need} id="intake-need">
            <Input.TextArea
              rows={2}
              maxLength={LONGEST}
              value={draft.need}
              onChange={(event) => set({ need: event.target.value })}
            />
          </Field>
          <div className="intake-row">
            <Field
              label={t('contactName')}
              error={errors.contactName}
              hint={draft.customerId && t('contactHint')}
              id="intake-contactName"
            >
              <Input
                value={draft.contactName}
                maxLength={60}
                onChange={(event) => set({ contactName: event.target.value })}
              />
            </Field>
            <Field label={t('contactPhone')} error={errors.contactPhone} id="intake-contactPhone">
              <Input
                value={draft.contactPhone}
                maxLength={20}
                inputMode="tel"
                onChange={(event) => set({ contactPhone: event.target.value })}
              />
            </Field>
            <Field label={t('callbackPhone')} error={errors.callbackPhone} id="intake-callbackPhone">
              <Input
                value={draft.callbackPhone}
                maxLength={20}
                inputMode="tel"
                onChange={(event) => set({ callbackPhone: event.target.value })}
              />
            </Field>
          </div>
          <Field label={t('note')} hint={t('noteHint')} error={errors.note} id="intake-note">
            <Input.TextArea
              rows={2}
              maxLength={LONGEST}
              value={draft.note}
              onChange={(event) => set({ note: event.target.value })}
            />
          </Field>
          {here && (
            <div className="intake-row intake-done">
              <Field
                label={t('outcomeLabel')}
                hint={t('outcomeHint')}
                error={errors.outcome}
                id="intake-outcome"
              >
                <Select
                  allowClear
                  placeholder={t('later')}
                  value={draft.outcome}
                  onChange={(outcome?: string) => set({ outcome })}
                  options={OUTCOMES.map((one) => ({ value: one, label: t(`outcome.${one}`) }))}
                />
              </Field>
              {draft.outcome && draft.outcome !== 'opportunity' && (
                <Field label={t('result')} required error={errors.result} id="intake-result">
                  <Input.TextArea
                    rows={1}
                    autoSize={{ minRows: 1, maxRows: 4 }}
                    maxLength={LONGEST}
                    value={draft.result}
                    onChange={(event) => set({ result: event.target.value })}
                  />
                </Field>
              )}
            </div>
          )}
        </section>
        <aside className="intake-aside" aria-label={t('beside')}>
          <RouteCard route={asked} choice={draft.channel} onChoose={(channel) => set({ channel })} />
          {errors.channel && (
            <p className="field-error" role="alert">
              {errors.channel}
            </p>
          )}
          <Button type="primary" size="large" block loading={busy} onClick={() => void submit()}>
            {!asked
              ? t('enter')
              : here
                ? t(draft.outcome ? 'enterDone' : 'enterHere')
                : t('enterElsewhere', {
                    channel: t(`channel.${(draft.channel ?? asked.channel) as 'hall'}`),
                  })}
            <kbd aria-hidden>Ctrl ↵</kbd>
          </Button>
          {draft.customerId && <CustomerCard id={draft.customerId} />}
        </aside>
      </div>
    </div>
  );
}
