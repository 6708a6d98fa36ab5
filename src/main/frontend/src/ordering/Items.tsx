import { useTranslation } from 'react-i18next';
import type { OrderDetail, OrderItem } from '../api/types';
import { StateTag } from '../ui/StateTag';
import { useBilingual, useWord } from '../ui/words';

/** What the customer ordered, with every characteristic. */
export function Items({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const word = useWord();
  return (
    <div className="items">
      {order.items.map((item) => (
        <section key={item.id} aria-label={bilingual(item, 'name')}>
          <header>
            <b>{bilingual(item, 'name')}</b>
            <span className="muted">
              {word('ordering:action', item.action)} × {item.quantity}
            </span>
            <StateTag state={item.state} />
          </header>
          {item.characteristics.length > 0 && (
            <dl className="facts">
              {item.characteristics.map((characteristic) => (
                <div key={characteristic.name}>
                  <dt>{bilingual(characteristic, 'label')}</dt>
                  <dd>
                    <Value item={item} name={characteristic.name} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  );

  function Value({ item, name }: { item: OrderItem; name: string }) {
    const characteristic = item.characteristics.find((candidate) => candidate.name === name)!;
    const { value } = characteristic;
    const worded = bilingual(characteristic, 'valueLabel');
    if (worded) return worded;
    const text = typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value ?? '–');
    return `${text} ${bilingual(characteristic, 'unit')}`.trim();
  }
}
