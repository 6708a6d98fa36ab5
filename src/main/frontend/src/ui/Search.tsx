import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type Ref } from 'react';

/** A search box that asks a moment after the last key. */
export function Search({
  value = '',
  onSearch,
  placeholder,
  width,
  ref,
}: {
  value?: string;
  onSearch: (text: string) => void;
  placeholder: string;
  width?: number | string;
  ref?: Ref<InputRef>;
}) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (value !== shown) {
    setShown(value);
    setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  // what was chosen while we waited must not be undone
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  const ask = (next: string, wait: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setShown(next.trim());
      latest.current(next.trim());
    }, wait);
  };
  return (
    <Input
      ref={ref}
      allowClear
      value={text}
      style={{ width }}
      placeholder={placeholder}
      aria-label={placeholder}
      prefix={<SearchOutlined className="muted" />}
      onChange={(event) => ask(event.target.value, 300)}
      onPressEnter={() => ask(text, 0)}
    />
  );
}
