import { CheckOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Customer, Product } from '../../api/types';
import { Tag } from '../../ui/Tag';
import { useBilingual } from '../../ui/words';
import { yuan } from './price';
import { useComponents } from './useComponents';

/** What can be ordered, as cards; what cannot says why. */
export function ProductCards({
  products,
  city: customer,
  chosen,
  onAdd,
}: {
  products: Product[];
  city: Customer | undefined;
  chosen: string[];
  onAdd: (product: Product) => void;
}) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const includes = useComponents(products);

  const obstacle = (product: Product): string | undefined => {
    if (product.orderable === false) return product.reason ?? t('entry.notSold');
    if (customer && !product.cities.includes(customer.city))
      return t('entry.notInCity', { city: customer.cityName });
    return undefined;
  };

  return (
    <ul className="products">
      {products.map((product) => {
        const reason = obstacle(product);
        const times = chosen.filter((id) => id === product.id).length;
        const { recurring, oneTime } = product.price;
        const unit = bilingual(product.price, 'unit');
        return (
          <li key={product.id} className="product" data-off={!!reason} data-chosen={times > 0}>
            <div className="product-name">
              <b>{bilingual(product, 'name')}</b>
              {product.type === 'bundle' && <Tag tone="info">{t('entry.bundle')}</Tag>}
              {times > 0 && (
                <Tag tone="good">
                  <CheckOutlined aria-hidden /> {t('entry.chosen', { count: times })}
                </Tag>
              )}
            </div>
            <p className="product-text">{bilingual(product, 'description')}</p>
            {includes(product) && <p className="product-parts">{includes(product)}</p>}
            <div className="product-foot">
              <div className="product-price">
                {recurring ? (
                  <span>
                    <b>{yuan(recurring)}</b> {unit ? t('entry.perUnit', { unit }) : t('entry.perMonth')}
                  </span>
                ) : null}
                {oneTime ? (
                  <span className="muted">{t('entry.oneTime', { amount: yuan(oneTime) })}</span>
                ) : null}
              </div>
              {!reason && (
                <Button
                  size="small"
                  icon={<PlusOutlined />}
                  aria-label={t('entry.addProduct', { name: bilingual(product, 'name') })}
                  onClick={() => onAdd(product)}
                >
                  {t('entry.add')}
                </Button>
              )}
            </div>
            {reason && <div className="product-reason">{reason}</div>}
          </li>
        );
      })}
    </ul>
  );
}
