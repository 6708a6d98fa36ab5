import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Characteristic } from '../api/types';
import { CharacteristicField } from '../ordering/entry/ItemForm';
import { check, type Say } from '../ordering/entry/validate';
import { productsQuery } from '../ordering/queries';
import { Failure } from '../ui/Blank';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';

type Chosen = Record<string, unknown>;

/** The characteristics of a product with which a failed step is sent again, entered as in an order. */
export default function CorrectDialog({
  product,
  characteristics,
  onClose,
  onCorrected,
}: {
  product: string;
  /** JSON, as the form has it. */
  characteristics: unknown;
  onClose: () => void;
  onCorrected: (characteristics: string) => void;
}) {
  const { t } = useTranslation('provisioning');
  const { t: ordering, i18n } = useTranslation('ordering');
  const bilingual = useBilingual();
  const { data, error, refetch } = useQuery(productsQuery);
  const [chosen, setChosen] = useState(() => read(characteristics));
  const [shown, setShown] = useState(false);
  const offering = data?.find((one) => one.id === product);
  const say: Say = (rule, values = {}) => String(ordering(`rule.${rule}`, values as never));
  const wrong = (characteristic: Characteristic) =>
    check(characteristic, chosen[characteristic.name], say, i18n.language === 'en');
  const correct = () => {
    if (!offering || offering.characteristics.some(wrong)) return setShown(true);
    onCorrected(JSON.stringify(chosen, null, 2));
  };

  return (
    <Modal
      open
      title={t('correct.title', { product: offering ? bilingual(offering, 'name') : product })}
      okText={t('correct.take')}
      okButtonProps={{ disabled: !offering }}
      onOk={correct}
      onCancel={onClose}
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <div className="fallout-correct">
        {offering?.characteristics.map((characteristic) => (
          <CharacteristicField
            key={characteristic.name}
            id={`correct-${characteristic.name}`}
            characteristic={characteristic}
            value={chosen[characteristic.name]}
            error={shown ? wrong(characteristic) : undefined}
            onChange={(value) => setChosen({ ...chosen, [characteristic.name]: value ?? undefined })}
          />
        ))}
      </div>
    </Modal>
  );
}

/** Whatever somebody typed there by hand that is no JSON is left out. */
function read(characteristics: unknown): Chosen {
  try {
    const read: unknown = JSON.parse(String(characteristics));
    return typeof read === 'object' && read !== null ? (read as Chosen) : {};
  } catch {
    return {};
  }
}
