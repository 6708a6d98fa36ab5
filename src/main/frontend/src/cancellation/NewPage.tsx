import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, ApiError } from '../api/client';
import type { CancellationDetail, Subscription } from '../api/types';
import { CustomerPicker } from '../ordering/entry/CustomerPicker';
import { heldProductsQuery } from '../ordering/queries';
import { Failure, useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { PageHead } from '../ui/PageHead';
import { day, minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';
import { Lines } from './Lines';
import { money } from './money';
import { assessmentQuery, customerByIdQuery } from './queries';
import '../ordering/entry/entry.css';
import '../ordering/order.css';
import '../opportunity/opportunity.css';
import './cancellation.css';

/** 业务撤销单: which of a customer's subscriptions end, from which day on, why; and what that costs, while one chooses. */
export default function NewPage() {
  const { t } = useTranslation('cancellation');
  const { t: tu } = useTranslation('ui');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [params, setParams] = useSearchParams();
  const customerId = params.get('customer') ?? '';
  const customer = useQuery(customerByIdQuery(customerId));
  const held = useQuery({ ...heldProductsQuery(customerId), enabled: customerId !== '' });
  const [chosen, setChosen] = useState<string[]>(params.getAll('subscription'));
  const [from, setFrom] = useState<string>();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const order = params.get('order');
  const known = held.data?.items.map(({ id }) => id) ?? [];
  const ofOrder = held.data?.items.filter((one) => one.orderId === order).map(({ id }) => id) ?? [];
  const wanted = (chosen.length ? chosen : ofOrder).filter((id) => known.includes(id));
  const assessment = useQuery(assessmentQuery(customerId, wanted, from));

  const choose = (id: string, on: boolean) => {
    setChosen(on ? [...wanted, id] : wanted.filter((one) => one !== id));
    if (order) setParams({ customer: customerId }, { replace: true });
    setErrors({});
  };

  const enter = async () => {
    setBusy(true);
    try {
      const entered = await api.post<CancellationDetail>('/api/cancellations', {
        customerId: customerId || undefined,
        subscriptionIds: wanted,
        day: from,
        reason,
      });
      message.success(t('entered', { id: entered.id }));
      await queries.invalidateQueries({ queryKey: ['cancellations'] });
      void navigate(`/cancellations/${entered.id}`);
    } catch (failure) {
      setBusy(false);
      if (failure instanceof ApiError && failure.errors.length > 0)
        setErrors(
          Object.fromEntries(
            failure.errors.map(({ field, message: text }) => [field.replace(/\[.*$/, ''), text]),
          ),
        );
      else message.error(errorText(failure));
    }
  };

  return (
    <div className="page">
      <PageHead title={t('new')}>
        <Link to="/cancellations">
          <Button tabIndex={-1}>{tu('cancel')}</Button>
        </Link>
        <Button type="primary" loading={busy} onClick={() => void enter()}>
          {t('enter')}
        </Button>
      </PageHead>
      <section className="card opportunity-form">
        <h2>{t('customer')}</h2>
        <CustomerPicker
          customer={customer.data ?? undefined}
          details={customer.data ?? undefined}
          error={errors.customerId}
          onChange={(picked) => {
            setParams(picked ? { customer: picked.id } : {}, { replace: true });
            setChosen([]);
            setErrors({});
          }}
        />
      </section>
      {customerId !== '' && (
        <section className="card opportunity-form">
          <h2>{t('what')}</h2>
          <Held
            held={held.data?.items}
            error={held.error}
            onRetry={() => void held.refetch()}
            chosen={wanted}
            onChoose={choose}
          />
          {errors.subscriptionIds && (
            <p className="field-error" role="alert">
              {errors.subscriptionIds}
            </p>
          )}
          <div className="opportunity-row">
            <Field label={t('day')} hint={t('dayHint')} error={errors.day}>
              <DatePicker
                style={{ width: '100%' }}
                allowClear={false}
                value={from ? dayjs(from) : dayjs()}
                minDate={dayjs()}
                onChange={(value) => setFrom(value?.format('YYYY-MM-DD'))}
              />
            </Field>
          </div>
          <Field label={t('reason')} required error={errors.reason}>
            <Input.TextArea
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setErrors(({ reason: gone, ...others }) => others);
              }}
            />
          </Field>
        </section>
      )}
      {wanted.length > 0 && assessment.error && (
        <Failure error={assessment.error} onRetry={() => void assessment.refetch()} />
      )}
      {wanted.length > 0 && assessment.data && (
        <section className="card opportunity-form" aria-live="polite">
          <h2>{t('cost')}</h2>
          <Lines lines={assessment.data.lines} />
          <p>
            {assessment.data.bound ? (
              <>
                {t('penaltyIs')}{' '}
                <b className="number">{t('yuan', { amount: money(assessment.data.penalty) })}</b>
                {t('thenSettled')}
              </>
            ) : (
              t('straightOn')
            )}
          </p>
        </section>
      )}
    </div>
  );
}

function Held({
  held,
  error,
  onRetry,
  chosen,
  onChoose,
}: {
  held: Subscription[] | undefined;
  error: Error | null;
  onRetry: () => void;
  chosen: string[];
  onChoose: (id: string, on: boolean) => void;
}) {
  const { t } = useTranslation('cancellation');
  const bilingual = useBilingual();
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (!held) return <Waiting rows={3} />;
  if (held.length === 0) return <p className="order-none">{t('holdsNothing')}</p>;
  return (
    <ul className="cancellation-held" aria-label={t('what')}>
      {held.map((one) => (
        <li key={one.id}>
          <Checkbox
            checked={chosen.includes(one.id)}
            onChange={(event) => onChoose(one.id, event.target.checked)}
          >
            <b>{bilingual(one, 'productName')}</b>{' '}
            <span className="muted number" title={minute(one.since)}>
              {one.id} · {t('since', { day: day(one.since) })}
            </span>
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}
