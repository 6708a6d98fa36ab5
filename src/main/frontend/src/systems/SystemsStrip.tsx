import { useTranslation } from 'react-i18next';
import type { BackingSystem } from '../api/types';
import { Tag, type Tone } from '../ui/Tag';
import { useBilingual } from '../ui/words';
import { useSystemName } from './useSystemName';
import './systems.css';

const tones: Record<BackingSystem['breaker'], Tone> = { closed: 'good', 'half-open': 'warn', open: 'bad' };

/** How each backing system is doing; a click shows its calls only. */
export function SystemsStrip({
  systems,
  chosen,
  onChoose,
}: {
  systems: BackingSystem[] | undefined;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation('systems');
  const bilingual = useBilingual();
  const systemName = useSystemName();
  return (
    <div className="systems" role="group" aria-label={t('health')}>
      {systems?.map((system) => (
        <button
          key={system.id}
          type="button"
          className="card system"
          title={bilingual(system, 'name')}
          aria-pressed={system.id === chosen}
          onClick={() => onChoose(system.id)}
        >
          <span className="system-name">
            <b>{systemName(system.id)}</b>
            <Tag tone={tones[system.breaker]}>{t(`breaker.${system.breaker}`)}</Tag>
          </span>
          <span className="system-figures">
            <span>
              {t('pending')} <b>{system.pending}</b>
            </span>
            <span className={system.failed ? 'system-bad' : undefined}>
              {t('failed')} <b>{system.failed}</b>
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}
