import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { DecisionTable, TableTrial } from '../api/types';
import { Field } from '../ui/Field';
import { sent, type DraftRule } from './draft';
import { useTableWords } from './useTableWords';

/** Asks the table as it stands on the screen; the rule that answers lights up. */
export function TryPanel({
  table,
  rules,
  onResult,
  onProblem,
}: {
  table: DecisionTable;
  rules: DraftRule[];
  onResult: (places: number[]) => void;
  onProblem: (problem: unknown) => void;
}) {
  const { t } = useTranslation('rules');
  const words = useTableWords();
  const [facts, setFacts] = useState<Record<string, string>>({});
  const [told, setTold] = useState<TableTrial>();
  const [busy, setBusy] = useState(false);

  const ask = async () => {
    setBusy(true);
    onProblem(undefined);
    try {
      // new rules get a name for the trial, so that the one that matches is found again
      const named = sent(rules).map((rule, at) => ({ ...rule, id: rule.id ?? `draft_${at}` }));
      const result = await api.post<TableTrial>(`/api/decisions/${table.id}/try`, { rules: named, facts });
      setTold(result);
      onResult(named.flatMap(({ id }, at) => (result.rules.includes(id) ? [at] : [])));
    } catch (failure) {
      setTold(undefined);
      onResult([]);
      onProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="card rules-try" aria-label={t('try')}>
      <h2>{t('try')}</h2>
      <form
        className="rules-form rules-example"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        {table.inputs.map((input) => (
          <Field key={input.id} label={words.column(input.expression, input.label)}>
            <Input
              value={facts[input.expression] ?? ''}
              onChange={(event) => setFacts({ ...facts, [input.expression]: event.target.value })}
            />
          </Field>
        ))}
        <Button htmlType="submit" loading={busy}>
          {t('tryNow')}
        </Button>
      </form>
      {told && (
        <div role="status" className="rules-told">
          <b>{told.rules.length ? t('matchedRules', { count: told.rules.length }) : t('noMatch')}</b>
          {told.outputs.map((output, at) => (
            <dl key={at} className="facts">
              {table.outputs.map(({ name, label }) => (
                <div key={name}>
                  <dt>{words.column(name, label)}</dt>
                  <dd>
                    <code>{String(output[name] ?? '–')}</code>
                  </dd>
                </div>
              ))}
            </dl>
          ))}
        </div>
      )}
    </section>
  );
}
