import { SaveOutlined, SnippetsOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OrderTemplate } from '../../api/types';
import { PopMenu } from '../../ui/PopMenu';
import { templatesQuery } from '../queries';
import { toItems, type Draft } from './draft';

const TemplateDialog = lazy(() => import('../templates/TemplateDialog'));
const SHOWN = 8;

/** Begin with what was ordered before, or keep this order's products for the next time. */
export function TemplateMenu({
  draft,
  city,
  onUse,
}: {
  draft: Draft;
  /** The chosen customer's. */
  city: string | undefined;
  onUse: (template: OrderTemplate) => void;
}) {
  const { t } = useTranslation('ordering');
  const navigate = useNavigate();
  const templates = useQuery(templatesQuery);
  const [saving, setSaving] = useState(false);
  return (
    <>
      <PopMenu
        className="framed"
        label={t('template.title')}
        button={
          <>
            <SnippetsOutlined /> {t('template.title')}
          </>
        }
        items={[
          ...(templates.data ?? []).slice(0, SHOWN).map((template) => ({
            key: template.id,
            label: template.name,
            icon: template.problems.length > 0 && <WarningOutlined aria-label={t('template.unsold')} />,
            run: () => onUse(template),
          })),
          ...(draft.items.length > 0
            ? [
                {
                  key: 'save',
                  icon: <SaveOutlined />,
                  label: t('template.saveAs'),
                  run: () => setSaving(true),
                },
              ]
            : []),
          { key: 'all', label: t('template.all'), run: () => void navigate('/orders/templates') },
        ]}
      />
      {saving && (
        <Suspense>
          <TemplateDialog
            content={{
              items: toItems(draft),
              priority: draft.priority,
              note: draft.note.trim() || undefined,
            }}
            city={city}
            onClose={() => setSaving(false)}
          />
        </Suspense>
      )}
    </>
  );
}
