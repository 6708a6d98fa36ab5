import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Input, InputNumber, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { OpportunityDetail } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { useToasts } from '../ui/toasts';
import { useWord } from '../ui/words';
import { STAGES } from './stages';

type Values = Record<string, unknown>;

/** What is known, stage by stage; what the gate still wants is marked. */
export function FactsPart({ opportunity }: { opportunity: OpportunityDetail }) {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [changes, setChanges] = useState<Values>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const editable = opportunity.actions.includes('edit');
  const known = { ...(opportunity.facts as Values), ...changes };
  const missing = new Set(opportunity.missing.map(({ field }) => field));
  const set = (key: string, value: unknown) => setChanges((before) => ({ ...before, [key]: value }));
  const shown = STAGES.filter((stage) => opportunity.asked.some((one) => one.stage === stage));

  const save = async () => {
    setBusy(true);
    try {
      const after = await api.put<OpportunityDetail>(`/api/opportunities/${opportunity.id}/facts`, {
        facts: changes,
        revision: opportunity.revision,
      });
      queries.setQueryData(['opportunities', opportunity.id], after);
      setChanges({});
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
    <div className="facts-part">
      {shown.map((stage) => (
        <fieldset key={stage} disabled={!editable} data-now={stage === opportunity.stage}>
          <legend>{t(`stage.${stage}`)}</legend>
          <div className="facts-grid">
            {opportunity.asked
              .filter((fact) => fact.stage === stage)
              .filter(({ key }) => key !== 'competitors' || known.competition === 'known')
              .filter(({ key }) => !key.startsWith('competitive') || known.competition === 'known')
              .filter(({ key }) => key !== 'trialResult' || known.trial === 'done')
              .map((fact) => (
                <div
                  key={fact.key}
                  className="fact"
                  data-type={fact.type}
                  data-missing={missing.has(fact.key)}
                >
                  {fact.type !== 'flag' && (
                    <span className="fact-label" id={`fact-${fact.key}`}>
                      {word('opportunity:fact', fact.key)}
                      {missing.has(fact.key) && <em>{t('wanted')}</em>}
                    </span>
                  )}
                  {control(fact)}
                  {errors[fact.key] && (
                    <span className="field-error" role="alert">
                      {errors[fact.key]}
                    </span>
                  )}
                </div>
              ))}
          </div>
        </fieldset>
      ))}
      {editable && (
        <div className="part-bar">
          <Button disabled={Object.keys(changes).length === 0} onClick={() => setChanges({})}>
            {tu('cancel')}
          </Button>
          <Button
            type="primary"
            disabled={Object.keys(changes).length === 0}
            loading={busy}
            onClick={() => void save()}
          >
            {tu('save')}
          </Button>
        </div>
      )}
    </div>
  );

  function control({ key, type, choices }: OpportunityDetail['asked'][number]) {
    const label = { 'aria-labelledby': `fact-${key}`, disabled: !editable };
    if (type === 'flag')
      return (
        <Checkbox
          disabled={!editable}
          checked={known[key] === true}
          onChange={(event) => set(key, event.target.checked)}
        >
          {word('opportunity:fact', key)}
          {missing.has(key) && <em>{t('wanted')}</em>}
        </Checkbox>
      );
    if (type === 'choice')
      return (
        <Radio.Group
          {...label}
          value={known[key] ?? null}
          onChange={(event) => set(key, event.target.value as string)}
          options={choices.map((choice) => ({
            value: choice,
            label: word(`opportunity:choice.${key}`, choice),
          }))}
        />
      );
    if (type === 'number')
      return (
        <InputNumber<number>
          {...label}
          min={0}
          style={{ width: '100%' }}
          value={known[key] as number | null}
          onChange={(value) => set(key, value)}
        />
      );
    if (type === 'date')
      return (
        <DatePicker
          {...label}
          style={{ width: '100%' }}
          minDate={dayjs()}
          value={known[key] ? dayjs(known[key] as string) : null}
          onChange={(value) => set(key, value?.format('YYYY-MM-DD') ?? '')}
        />
      );
    return (
      <Input.TextArea
        {...label}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={(known[key] as string | undefined) ?? ''}
        onChange={(event) => set(key, event.target.value)}
      />
    );
  }
}
