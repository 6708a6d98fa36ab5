import { DeleteOutlined, FilePdfOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { OpportunityDetail } from '../api/types';
import { productsQuery } from '../ordering/queries';
import { Blank, useErrorText } from '../ui/Blank';
import { Tag } from '../ui/Tag';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { Approvals } from './Approvals';
import { yuan } from './stages';
import { useActs } from './useActs';

interface Line {
  offeringId?: string;
  quantity: number;
  oneTime?: number | null;
  recurring?: number | null;
  discount: number;
  months?: number | null;
}

const tones = { draft: 'plain', submitted: 'info', approved: 'good', refused: 'bad' } as const;

/** Products with quantities, prices and discounts, who has agreed, and the way to have it approved. */
export function SolutionPart({ opportunity }: { opportunity: OpportunityDetail }) {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const bilingual = useBilingual();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const { busy: acting, send, show } = useActs();
  const products = useQuery(productsQuery);
  const { solution } = opportunity;
  const state = solution.state as keyof typeof tones;
  const [lines, setLines] = useState<Line[]>();
  const [note, setNote] = useState<string>();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const editable = opportunity.actions.includes('edit') && state !== 'submitted';
  const submittable =
    opportunity.waitsAt === 'stage' &&
    opportunity.mine &&
    (opportunity.stage === 'solution' || (opportunity.quick && opportunity.stage === 'discovery')) &&
    (state === 'draft' || state === 'refused') &&
    solution.items.length > 0;
  const shown: Line[] =
    lines ??
    solution.items.map(({ offeringId, quantity, oneTime, recurring, discount, months }) => ({
      offeringId,
      quantity,
      oneTime: Number(oneTime),
      recurring: Number(recurring),
      discount: Number(discount),
      months,
    }));
  const change = (at: number, changes: Partial<Line>) =>
    setLines(shown.map((line, index) => (index === at ? { ...line, ...changes } : line)));
  const total = shown.reduce(
    (sum, { quantity, oneTime, recurring, discount, months }) =>
      sum +
      (quantity * (Number(oneTime ?? 0) + Number(recurring ?? 0) * (months ?? 12)) * (100 - discount)) / 100,
    0,
  );

  const save = async () => {
    setBusy(true);
    try {
      const after = await api.put<OpportunityDetail>(`/api/opportunities/${opportunity.id}/solution`, {
        items: shown,
        note: note ?? solution.note,
        revision: opportunity.revision,
      });
      queries.setQueryData(['opportunities', opportunity.id], after);
      setLines(undefined);
      setNote(undefined);
      setErrors({});
      message.success(t('saved'));
      await queries.invalidateQueries({ queryKey: ['opportunities'] });
    } catch (failure) {
      if (failure instanceof ApiError)
        setErrors(Object.fromEntries(failure.errors.map(({ field, message: text }) => [field, text])));
      message.error(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="part">
      <div className="part-head">
        <Tag tone={tones[state]}>{t(`approvalState.${state}`)}</Tag>
        <b className="number">{t('yuan', { amount: yuan(lines ? total : solution.value) })}</b>
        <span className="muted">{t('solution.valueHint')}</span>
        <span className="part-acts">
          {solution.items.length > 0 && (
            <Button
              icon={<FilePdfOutlined />}
              disabled={!!lines}
              href={`/api/opportunities/${opportunity.id}/offer`}
              download
            >
              {t('solution.offer')}
            </Button>
          )}
          {submittable && (
            <Button
              type="primary"
              loading={acting === opportunity.id}
              disabled={!!lines}
              onClick={() =>
                void send(opportunity, 'submit').then((refusal) => refusal && show(opportunity, refusal))
              }
            >
              {t('action.submit')}
            </Button>
          )}
        </span>
      </div>
      {shown.length === 0 && !editable && <Blank title={t('solution.none')} />}
      {(shown.length > 0 || editable) && (
        <table className="lines">
          <thead>
            <tr>
              <th>{t('product')}</th>
              <th>{t('solution.quantity')}</th>
              <th>{t('solution.oneTime')}</th>
              <th>{t('solution.recurring')}</th>
              <th>{t('solution.discount')}</th>
              <th>{t('solution.months')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {shown.map((line, at) => (
              <tr key={at}>
                <td>
                  <Select<string>
                    aria-label={t('product')}
                    disabled={!editable}
                    style={{ width: '100%' }}
                    value={line.offeringId}
                    status={errors[`items[${at}].offeringId`] && 'error'}
                    onChange={(offeringId) => {
                      const chosen = products.data?.find((one) => one.id === offeringId);
                      change(at, {
                        offeringId,
                        oneTime: Number(chosen?.price.oneTime ?? 0),
                        recurring: Number(chosen?.price.recurring ?? 0),
                        months: chosen?.commitmentMonths || 12,
                      });
                    }}
                    options={products.data?.map((one) => ({ value: one.id, label: bilingual(one, 'name') }))}
                  />
                </td>
                {(['quantity', 'oneTime', 'recurring', 'discount', 'months'] as const).map((field) => (
                  <td key={field}>
                    <InputNumber<number>
                      aria-label={t(`solution.${field}`)}
                      disabled={!editable}
                      min={field === 'quantity' || field === 'months' ? 1 : 0}
                      status={errors[`items[${at}].${field}`] ? 'error' : undefined}
                      title={errors[`items[${at}].${field}`]}
                      suffix={field === 'discount' ? '%' : undefined}
                      style={{ width: '100%' }}
                      value={line[field]}
                      onChange={(value) => change(at, { [field]: value ?? (field === 'quantity' ? 1 : 0) })}
                    />
                  </td>
                ))}
                <td>
                  {editable && (
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t('solution.remove', { line: at + 1 })}
                      onClick={() => setLines(shown.filter((_, index) => index !== at))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {Object.keys(errors).length > 0 && (
        <ul className="missing" role="alert">
          {Object.entries(errors).map(([field, text]) => (
            <li key={field}>{text}</li>
          ))}
        </ul>
      )}
      {editable && (
        <>
          <Button
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => setLines([...shown, { quantity: 1, discount: 0 }])}
          >
            {t('solution.add')}
          </Button>
          <Input.TextArea
            aria-label={t('solution.note')}
            placeholder={t('solution.note')}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={note ?? solution.note ?? ''}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="part-bar">
            <Button
              disabled={!lines && note === undefined}
              onClick={() => {
                setLines(undefined);
                setNote(undefined);
                setErrors({});
              }}
            >
              {tu('cancel')}
            </Button>
            <Button
              type="primary"
              disabled={!lines && note === undefined}
              loading={busy}
              onClick={() => void save()}
            >
              {tu('save')}
            </Button>
          </div>
        </>
      )}
      <Approvals approvals={opportunity.approvals.filter(({ subject }) => subject === 'solution')} />
    </div>
  );
}
