import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { ResendRule, ResendRules, ResendTrial } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';
import { useWord } from '../ui/words';
import { written } from './duration';
import { resendRulesQuery } from './queries';
import { Foretold } from './Foretold';

const STEPS = [
  'activate',
  'reserve',
  'release',
  'construct',
  'open',
  'check',
  'install',
  'order-up',
  'subscribe',
  'mirror-completed',
  'notify-completed',
];
const AFTERWARDS = ['MANUAL', 'ROLLBACK', 'ABORT'] as const;

/** A rule is filled in, tried on an example, and saved: then it acts at the next failure. */
export function ResendRuleDialog({
  rule,
  choices,
  onClose,
}: {
  rule: ResendRule | undefined;
  choices: ResendRules;
  onClose: () => void;
}) {
  const { t } = useTranslation('rules');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const systemName = useSystemName();
  const queries = useQueryClient();
  const { message } = useToasts();
  const errorText = useErrorText();
  const [draft, setDraft] = useState({
    system: rule?.system ?? '*',
    step: rule?.step ?? '*',
    errorClass: rule?.errorClass ?? '*',
    attempts: rule?.attempts ?? 4,
    intervals: rule?.intervals.join(', ') ?? '5s, 30s, 5m',
    jitterPercent: rule?.jitterPercent ?? 20,
    afterwards: rule?.afterwards ?? 'MANUAL',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [example, setExample] = useState({
    system: rule && rule.system !== '*' ? rule.system : 'boss',
    step: rule && rule.step !== '*' ? rule.step : 'activate',
    errorClass: rule && choices.errorClasses.includes(rule.errorClass) ? rule.errorClass : 'timeout',
    attempt: 1,
  });
  const [told, setTold] = useState<ResendTrial>();
  const [busy, setBusy] = useState(false);
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const body = () => ({
    ...draft,
    intervals: draft.intervals.split(/[,，、]/).map(written),
    revision: rule?.revision,
  });
  const refused = (failure: unknown) => {
    setProblem(errorText(failure));
    const found = failure instanceof ApiError ? failure.errors : [];
    setErrors(
      Object.fromEntries(found.map(({ field, message: text }) => [field.replace(/\[\d+]/, ''), text])),
    );
  };
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    setErrors({});
    try {
      await work();
    } catch (failure) {
      refused(failure);
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    attempt(async () => {
      if (rule) await api.put(`/api/resend-policies/${rule.id}`, body());
      else await api.post('/api/resend-policies', body());
      message.success(t('savedRule'));
      onClose();
      await queries.invalidateQueries({ queryKey: resendRulesQuery.queryKey });
    });
  const tryOut = () =>
    attempt(async () =>
      setTold(
        await api.post<ResendTrial>('/api/resend-policies/try', {
          ...example,
          draft: body(),
          replaces: rule?.id,
        }),
      ),
    );
  const systems = choices.systems.map((id) => ({ value: id, label: systemName(id) }));
  const classes = choices.errorClasses.map((code) => ({ value: code, label: word('systems:errors', code) }));
  const steps = STEPS.map((step) => ({ value: step, label: word('systems:steps', step) }));
  const anything = { value: '*', label: t('any') };

  return (
    <Modal
      open
      width={760}
      title={t(rule ? 'editRule' : 'addRule')}
      okText={t('save')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="rules-form">
        <Field label={t('system')} error={errors.system}>
          <Select
            value={draft.system}
            options={[anything, ...systems]}
            onChange={(system) => set({ system })}
          />
        </Field>
        <Field label={t('step')} error={errors.step}>
          <Select value={draft.step} options={[anything, ...steps]} onChange={(step) => set({ step })} />
        </Field>
        <Field label={t('errorClass')} error={errors.errorClass}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.errorClass}
            options={[anything, { value: 'http-*', label: t('http') }, ...classes]}
            onChange={(errorClass) => set({ errorClass })}
          />
        </Field>
        <Field label={t('attempts')} hint={t('attemptsHint')} error={errors.attempts}>
          <InputNumber
            min={1}
            max={100}
            value={draft.attempts}
            onChange={(attempts) => set({ attempts: attempts ?? 1 })}
          />
        </Field>
        <Field label={t('intervals')} hint={t('intervalsHint')} error={errors.intervals}>
          <Input value={draft.intervals} onChange={(event) => set({ intervals: event.target.value })} />
        </Field>
        <Field label={t('jitter')} hint={t('jitterHint')} error={errors.jitterPercent}>
          <InputNumber
            min={0}
            max={100}
            value={draft.jitterPercent}
            onChange={(jitterPercent) => set({ jitterPercent: jitterPercent ?? 0 })}
          />
        </Field>
        <Field label={t('afterwards')} hint={t('afterwardsHint')} error={errors.afterwards}>
          <Select
            value={draft.afterwards}
            options={AFTERWARDS.map((value) => ({ value, label: t(`afterwardsWords.${value}`) }))}
            onChange={(afterwards) => set({ afterwards })}
          />
        </Field>
      </div>
      {problem && (
        <p className="call-error" role="alert">
          {problem}
        </p>
      )}
      <section className="rules-try" aria-label={t('try')}>
        <h3>{t('try')}</h3>
        <div className="rules-form rules-example">
          <Field label={t('system')}>
            <Select
              value={example.system}
              options={systems}
              onChange={(system) => setExample({ ...example, system })}
            />
          </Field>
          <Field label={t('step')}>
            <Select
              value={example.step}
              options={steps}
              onChange={(step) => setExample({ ...example, step })}
            />
          </Field>
          <Field label={t('errorClass')}>
            <Select
              value={example.errorClass}
              options={classes}
              onChange={(errorClass) => setExample({ ...example, errorClass })}
            />
          </Field>
          <Field label={t('made')}>
            <InputNumber
              min={1}
              max={100}
              value={example.attempt}
              onChange={(made) => setExample({ ...example, attempt: made ?? 1 })}
            />
          </Field>
          <Button onClick={() => void tryOut()}>{t('tryNow')}</Button>
        </div>
        {told && <Foretold told={told} own={rule?.id} rules={choices.items} />}
      </section>
    </Modal>
  );
}
