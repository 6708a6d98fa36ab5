import { DownloadOutlined, FilePdfOutlined, StopOutlined, UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ApiError } from '../api/client';
import type { OpportunityDetail } from '../api/types';
import { mayCancel } from '../cancellation/rights';
import { useMe } from '../shell/session';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { Tag } from '../ui/Tag';
import { day as shownDay, minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { AgreementEnd, endsSoon } from './AgreementEnd';
import { Approvals } from './Approvals';
import { useActs } from './useActs';

const tones = { draft: 'plain', submitted: 'info', approved: 'good', refused: 'bad' } as const;

type Part =
  | 'number'
  | 'customerParty'
  | 'ourParty'
  | 'starts'
  | 'ends'
  | 'signed'
  | 'boundUntil'
  | 'penaltyShare'
  | 'note';

/** What may still change once it is in force. */
const TERMS: Part[] = ['ends', 'boundUntil', 'penaltyShare'];

/** Number, parties, period, what binds the customer, and the signed file; who has agreed. */
export function AgreementPart({ opportunity }: { opportunity: OpportunityDetail }) {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const { busy: acting, send, show } = useActs();
  const { agreement } = opportunity;
  const me = useMe();
  const [wish, setWish] = useState<Partial<Record<Part, string>>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState<'save' | 'upload'>();
  const input = useRef<HTMLInputElement>(null);
  const state = agreement?.state as keyof typeof tones | undefined;
  const editable = opportunity.actions.includes('edit') && state !== 'submitted';
  const terms = opportunity.actions.includes('terms');
  const may = (field: Part) => editable || (terms && TERMS.includes(field));
  const value = (field: Part) => wish[field] ?? agreement?.[field]?.toString();
  const submittable =
    opportunity.waitsAt === 'stage' &&
    opportunity.mine &&
    opportunity.stage === 'contract' &&
    (state === 'draft' || state === 'refused') &&
    Object.keys(wish).length === 0;
  const set = (field: Part, text: string) => {
    setWish((before) => ({ ...before, [field]: text }));
    setErrors(({ [field]: gone, ...others }) => others);
  };

  const run = async (what: 'save' | 'upload', work: () => Promise<OpportunityDetail>) => {
    setBusy(what);
    try {
      queries.setQueryData(['opportunities', opportunity.id], await work());
      if (what === 'save') setWish({});
      setErrors({});
      message.success(t('saved'));
      await queries.invalidateQueries({ queryKey: ['opportunities'] });
    } catch (failure) {
      if (failure instanceof ApiError)
        setErrors(Object.fromEntries(failure.errors.map(({ field, message: text }) => [field, text])));
      message.error(errorText(failure));
    } finally {
      setBusy(undefined);
    }
  };
  const save = () => {
    const path = `/api/opportunities/${opportunity.id}/agreement`;
    const bounds = {
      ends: value('ends'),
      boundUntil: value('boundUntil') || undefined,
      penaltyShare: value('penaltyShare') ? Number(value('penaltyShare')) : undefined,
    };
    return run('save', () =>
      editable
        ? api.put<OpportunityDetail>(path, {
            ...bounds,
            number: value('number'),
            customerParty: value('customerParty'),
            ourParty: value('ourParty'),
            starts: value('starts'),
            signed: value('signed'),
            note: value('note'),
            revision: opportunity.revision,
          })
        : api.put<OpportunityDetail>(`${path}/terms`, { ...bounds, revision: agreement?.revision }),
    );
  };
  const upload = (file: File) => {
    const form = new FormData();
    form.set('kind', 'signed');
    form.set('file', file);
    return run('upload', () =>
      api.post<OpportunityDetail>(`/api/opportunities/${opportunity.id}/documents`, form),
    );
  };
  const day = (field: Part) => (
    <DatePicker
      disabled={!may(field)}
      style={{ width: '100%' }}
      value={value(field) ? dayjs(value(field)) : null}
      onChange={(picked) => set(field, picked?.format('YYYY-MM-DD') ?? '')}
    />
  );

  return (
    <div className="part">
      <div className="part-head" data-empty={!state && !submittable}>
        {state && <Tag tone={tones[state]}>{t(`approvalState.${state}`)}</Tag>}
        {agreement?.inForce && <Tag tone="good">{t('agreement.inForce')}</Tag>}
        {agreement?.ended ? (
          <Tag tone="plain">{t('agreement.closed', { day: shownDay(agreement.ended) })}</Tag>
        ) : (
          agreement?.inForce && endsSoon(agreement.ends) && <AgreementEnd day={agreement.ends} />
        )}
        <span className="part-acts">
          {agreement?.inForce && !agreement.ended && mayCancel(me) && (
            <Link to={`/cancellations/new?customer=${opportunity.customerId}&order=${opportunity.orderId}`}>
              <Button icon={<StopOutlined />} tabIndex={-1}>
                {t('agreement.cancel')}
              </Button>
            </Link>
          )}
          {submittable && (
            <Button
              type="primary"
              loading={acting === opportunity.id}
              onClick={() =>
                void send(opportunity, 'submit').then((refusal) => refusal && show(opportunity, refusal))
              }
            >
              {t('action.submit')}
            </Button>
          )}
        </span>
      </div>
      <div className="opportunity-row">
        <Field label={t('agreement.number')} required error={errors.number}>
          <Input
            disabled={!editable}
            maxLength={40}
            value={value('number') ?? ''}
            onChange={(event) => set('number', event.target.value)}
          />
        </Field>
        <Field label={t('agreement.customerParty')} error={errors.customerParty}>
          <Input
            disabled={!editable}
            maxLength={120}
            value={value('customerParty') ?? opportunity.customerName}
            onChange={(event) => set('customerParty', event.target.value)}
          />
        </Field>
        <Field label={t('agreement.ourParty')} error={errors.ourParty}>
          <Input
            disabled={!editable}
            maxLength={120}
            value={value('ourParty') ?? ''}
            onChange={(event) => set('ourParty', event.target.value)}
          />
        </Field>
      </div>
      <div className="opportunity-row">
        <Field label={t('agreement.starts')} required error={errors.starts}>
          {day('starts')}
        </Field>
        <Field label={t('agreement.ends')} required error={errors.ends}>
          {day('ends')}
        </Field>
        <Field label={t('agreement.signed')} error={errors.signed}>
          {day('signed')}
        </Field>
      </div>
      <div className="opportunity-row">
        <Field
          label={t('agreement.boundUntil')}
          hint={t('agreement.boundUntilHint')}
          error={errors.boundUntil}
        >
          {day('boundUntil')}
        </Field>
        <Field
          label={t('agreement.penaltyShare')}
          hint={t('agreement.penaltyShareHint')}
          error={errors.penaltyShare}
        >
          <InputNumber<number>
            disabled={!may('penaltyShare')}
            style={{ width: '100%' }}
            min={0}
            max={100}
            precision={1}
            suffix="%"
            value={value('penaltyShare') ? Number(value('penaltyShare')) * 100 : null}
            onChange={(percent) =>
              set('penaltyShare', percent === null ? '' : String(Math.round(percent * 10) / 1000))
            }
          />
        </Field>
      </div>
      {(editable || terms) && (
        <div className="part-bar">
          <Button disabled={Object.keys(wish).length === 0} onClick={() => setWish({})}>
            {tu('cancel')}
          </Button>
          <Button
            type="primary"
            disabled={Object.keys(wish).length === 0}
            loading={busy === 'save'}
            onClick={() => void save()}
          >
            {tu('save')}
          </Button>
        </div>
      )}
      <h3>{t('documents')}</h3>
      <ul className="documents">
        {opportunity.documents.map((document) => (
          <li key={document.id}>
            <FilePdfOutlined aria-hidden />
            <a href={`/api/opportunities/${opportunity.id}/documents/${document.id}`} download>
              {document.name} <DownloadOutlined aria-hidden />
            </a>
            {document.kind === 'signed' && <Tag tone="good">{t('agreement.signedFile')}</Tag>}
            <span className="muted number">
              {Math.max(1, Math.round(document.size / 1024))} KB · {document.addedBy} ·{' '}
              {minute(document.added)}
            </span>
          </li>
        ))}
        {opportunity.documents.length === 0 && <li className="muted">{t('noDocuments')}</li>}
      </ul>
      {errors.file && (
        <p className="field-error" role="alert">
          {errors.file}
        </p>
      )}
      {opportunity.actions.includes('edit') && (
        <>
          <input
            ref={input}
            type="file"
            accept="application/pdf"
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void upload(file);
              event.target.value = '';
            }}
          />
          <Button
            icon={<UploadOutlined />}
            loading={busy === 'upload'}
            onClick={() => input.current?.click()}
          >
            {t('agreement.upload')}
          </Button>
        </>
      )}
      <Approvals approvals={opportunity.approvals.filter(({ subject }) => subject === 'agreement')} />
    </div>
  );
}
