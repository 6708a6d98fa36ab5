import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js-base.css';
import flatpickr from 'flatpickr';
import { Mandarin } from 'flatpickr/dist/l10n/zh';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '../api/types';
import { chinese } from './form-zh';
import { inEnglish } from './form-en';
import './form.css';

export interface FormHandle {
  /** What was entered, or nothing where the form found errors and now shows them. */
  submit: () => Record<string, unknown> | undefined;
  /** Shows what the server found, at its fields. */
  showErrors: (errors: FieldError[]) => void;
}

interface FormField {
  id: string;
  key?: string;
}

/** A form of the model, drawn by form-js in the language spoken. */
export default function FormView({
  schema,
  data,
  readOnly,
  onChange,
  ref,
}: {
  schema: object;
  data: Record<string, unknown>;
  readOnly: boolean;
  onChange: (data: Record<string, unknown>) => void;
  ref: Ref<FormHandle>;
}) {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const container = useRef<HTMLDivElement>(null);
  const form = useRef<Form>(undefined);
  const entered = useRef(data);
  const changed = useRef(onChange);
  const locked = useRef(readOnly);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);
  // it tells of every property that is set as of a change, also where nothing was typed
  useEffect(() => {
    locked.current = readOnly;
    form.current?.setProperty('readOnly', readOnly);
  }, [readOnly]);

  useEffect(() => {
    // its own calendar knows one language at a time, for every form on the page
    flatpickr.localize(english ? flatpickr.l10ns.en! : Mandarin);
    const view = new Form({
      container: container.current!,
      // else what was typed last is not in what is sent at once by key
      debounce: false,
      additionalModules: english ? [] : [{ translate: ['value', chinese] }],
    } as ConstructorParameters<typeof Form>[0]);
    form.current = view;
    let shown = false;
    view.on('changed', ({ data: now }: { data: Record<string, unknown> }) => {
      if (!shown) return;
      entered.current = now;
      changed.current(now);
    });
    void view
      .importSchema(english ? inEnglish(schema) : schema, structuredClone(entered.current))
      .then(() => {
        view.setProperty('readOnly', locked.current);
        shown = true;
      });
    return () => {
      form.current = undefined;
      view.destroy();
    };
  }, [schema, english]);

  useImperativeHandle(ref, () => ({
    submit: () => {
      const result = form.current!.submit();
      const failed = Object.keys(result.errors).length > 0;
      if (failed)
        container.current
          ?.querySelector<HTMLElement>('.fjs-has-errors input, .fjs-has-errors textarea')
          ?.focus();
      return failed ? undefined : result.data;
    },
    showErrors: (errors) => {
      const fields = form.current!.get<{ getAll: () => FormField[] }>('formFieldRegistry').getAll();
      const byId = errors.flatMap(({ field, message }) => {
        const at = fields.find(({ key }) => key && (field === key || field === `data.${key}`));
        return at ? [[at.id, [message]] as const] : [];
      });
      if (byId.length > 0) form.current!._setState({ errors: Object.fromEntries(byId) });
    },
  }));

  return <div ref={container} className="form-view" lang={english ? 'en' : 'zh-CN'} />;
}
