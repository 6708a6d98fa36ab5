import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IntakeRoute } from '../api/types';
import { useBilingual } from '../ui/words';

/** Who will do it, why, and who else the customer may choose. */
export function RouteCard({
  route,
  choice,
  onChoose,
}: {
  route: IntakeRoute | undefined;
  choice: string | undefined;
  onChoose: (channel: string | undefined) => void;
}) {
  const { t } = useTranslation('intake');
  const bilingual = useBilingual();
  if (!route) {
    return (
      <section className="card intake-side" aria-labelledby="intake-route">
        <h2 id="intake-route">{t('whoDoesIt')}</h2>
        <p className="muted">{t('routeWaits')}</p>
      </section>
    );
  }
  const here = route.here && !choice;
  const chosen = choice ?? route.channel;
  const all = [route.channel, ...route.channels.filter((channel) => channel !== route.channel)];
  return (
    <section className="card intake-side" aria-labelledby="intake-route">
      <h2 id="intake-route">{t('whoDoesIt')}</h2>
      <p className="intake-route" data-here={here} role="status">
        {here ? t('here') : t('goesTo', { channel: t(`channel.${chosen as 'hall'}`) })}
      </p>
      <p className="muted">
        {bilingual(route.because, 'text')}
        <span className="intake-rule">
          {t('rule', { rule: route.because.rule, version: route.because.version })}
        </span>
      </p>
      {route.choosable ? (
        <fieldset className="intake-choices">
          <legend>{t('customerChooses')}</legend>
          <Radio.Group
            vertical
            value={chosen}
            onChange={(event) => {
              const channel = event.target.value as string;
              onChoose(channel === route.channel ? undefined : channel);
            }}
            options={all.map((channel) => ({
              value: channel,
              label:
                channel === route.channel
                  ? t('byRule', { channel: t(`channel.${channel}`) })
                  : t(`channel.${channel}`),
            }))}
          />
        </fieldset>
      ) : (
        <p className="muted">{t('noChoice')}</p>
      )}
    </section>
  );
}
