import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The head of a page: its name, what belongs to it, what can be done. Also names the browser's tab. */
export function PageHead({
  title,
  after,
  children,
}: {
  title: string;
  after?: ReactNode;
  children?: ReactNode;
}) {
  useTitle(title);
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {after}
      <div className="page-head-actions">{children}</div>
    </header>
  );
}

export function useTitle(title: string) {
  const { t } = useTranslation('shell');
  const product = t('product');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
