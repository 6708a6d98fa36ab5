import { CheckCircleOutlined, CloudSyncOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../api/types';
import { inProvince } from '../../ui/time';
import { useBilingual, useWord } from '../../ui/words';
import type { Draft } from './draft';
import { priceOf, yuan } from './price';
import type { Saving } from '../../ui/useKeptDraft';

/** What will be ordered, what it costs, what is still wrong, and the button. */
export function Summary({
  draft,
  products,
  saving,
  problems,
  warnings,
  refusal,
  busy,
  onProblem,
  onSubmit,
}: {
  draft: Draft;
  products: Map<string, Product>;
  saving: Saving;
  problems: [field: string, text: string][];
  warnings: string[];
  refusal: string | undefined;
  busy: boolean;
  onProblem: (field: string) => void;
  onSubmit: () => void;
}) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const word = useWord();
  const price = priceOf(draft, products);
  const listPrice = (amount: number, product: Product | undefined) => {
    const unit = product && bilingual(product.price, 'unit');
    return unit
      ? `${yuan(amount)} ${t('entry.perUnit', { unit })}`
      : t('entry.monthly', { amount: yuan(amount) });
  };

  return (
    <aside className="card summary" aria-label={t('entry.summary')}>
      <div className="card-head">
        <h2>{t('entry.summary')}</h2>
      </div>
      <div className="summary-body">
        <dl className="summary-facts">
          <dt>{t('customer')}</dt>
          <dd>{draft.customer?.name ?? '–'}</dd>
          <dt>{t('requestedDate')}</dt>
          <dd>{draft.requestedDate ?? t('entry.soonest')}</dd>
        </dl>
        {draft.items.length > 0 && (
          <ul className="summary-items">
            {draft.items.map((item, index) => {
              const product = products.get(item.offeringId);
              const line = price.lines[index]!;
              return (
                <li key={item.key}>
                  <span>
                    {product ? bilingual(product, 'name') : item.offeringId}
                    {item.action !== 'add' && ` · ${word('ordering:action', item.action)}`}
                    <span className="muted"> × {item.quantity ?? '–'}</span>
                  </span>
                  <span className="number">
                    {item.action === 'add' ? listPrice(line.recurring, product) : '–'}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
        <dl className="summary-total">
          <dt>{t('entry.totalRecurring')}</dt>
          <dd>{yuan(price.recurring)}</dd>
          <dt>{t('entry.totalOneTime')}</dt>
          <dd>{yuan(price.oneTime)}</dd>
        </dl>
        {draft.items.length > 0 && <p className="summary-note">{t('entry.estimate')}</p>}
        {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
        {problems.length > 0 && (
          <div className="summary-problems" role="status">
            <b>{t('entry.problems', { count: problems.length })}</b>
            <ul>
              {problems.slice(0, 5).map(([field, text]) => (
                <li key={field}>
                  <button type="button" onClick={() => onProblem(field)}>
                    {text}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {warnings.map((warning) => (
          <Alert key={warning} type="warning" showIcon title={warning} role="status" />
        ))}
        <Button type="primary" size="large" block loading={busy} onClick={onSubmit}>
          {t('entry.submit')}
        </Button>
        <SavingNote saving={saving} />
      </div>
    </aside>
  );
}

function SavingNote({ saving }: { saving: Saving }) {
  const { t } = useTranslation('ordering');
  if (saving.state === 'none') return <div className="summary-saving">{t('entry.autosave')}</div>;
  return (
    <div className="summary-saving" role="status" data-state={saving.state}>
      {saving.state === 'saved' && (
        <>
          <CheckCircleOutlined aria-hidden />{' '}
          {t('entry.saved', { time: inProvince(saving.at).format('HH:mm:ss') })}
        </>
      )}
      {(saving.state === 'pending' || saving.state === 'saving') && (
        <>
          <CloudSyncOutlined aria-hidden /> {t('entry.saving')}
        </>
      )}
      {saving.state === 'failed' && (
        <>
          <ExclamationCircleOutlined aria-hidden /> {t('entry.notSaved')}
        </>
      )}
    </div>
  );
}
