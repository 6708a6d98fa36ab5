import { Alert, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../api/types';
import { useBilingual } from '../../ui/words';
import './unsold.css';

/** Says why a product cannot be ordered, and offers others in its place. */
export function Unsold({
  message,
  name,
  others,
  onReplace,
}: {
  message: string;
  name: string;
  others: Product[];
  onReplace: (product: Product) => void;
}) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="unsold"
      title={message}
      description={
        others.length > 0 && (
          <div className="unsold-replace">
            <span>{t('unsold.hint')}</span>
            <Select<string>
              aria-label={t('unsold.replace', { name })}
              placeholder={t('unsold.by')}
              style={{ width: 220 }}
              value={null}
              onChange={(id) => onReplace(others.find((product) => product.id === id)!)}
              options={others.map((product) => ({ value: product.id, label: bilingual(product, 'name') }))}
            />
          </div>
        )
      }
    />
  );
}
