/** What form-js says of itself, in Chinese. The text of a form is its own. */
const words: Record<string, string> = {
  'Field is required.': '此项必填。',
  'Field must have minimum value of {value}.': '不能小于 {value}。',
  'Field must have maximum value of {value}.': '不能大于 {value}。',
  'Field must have minimum length of {value}.': '至少 {value} 个字符。',
  'Field must have maximum length of {value}.': '最多 {value} 个字符。',
  'Field must match pattern {value}.': '格式应为 {value}。',
  'Field must be a valid email.': '请填写正确的邮箱地址。',
  'Field must be a valid international phone number. (e.g. +4930664040900)':
    '请填写国际格式的电话号码，如 +8625xxxxxxxx。',
  'Value is not a number.': '请填写数字。',
  'Value is expected to be an integer.': '请填写整数。',
  'Value is expected to have at most 1 decimal digit.': '最多 1 位小数。',
  'Value is expected to have at most {value} decimal digits.': '最多 {value} 位小数。',
  'Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.':
    '请填写有效的值，最接近的是 {previousValue} 和 {nextValue}。',
  'Min validation value is not a valid number.': '最小值设置有误。',
  'Max validation value is not a valid number.': '最大值设置有误。',
  'Date and time must both be entered.': '请同时填写日期和时间。',
  'Add new': '添加',
  'All values selected': '已全部选择',
  'Click to remove sorting': '取消排序',
  'Click to sort by {value} ascending': '按{value}升序',
  'Click to sort by {value} descending': '按{value}降序',
  Collapse: '收起',
  Decrement: '减少',
  'Document reference is not defined.': '未指定文档。',
  'Download {fileName}': '下载 {fileName}',
  'Expand all ({value})': '全部展开（{value}）',
  Increment: '增加',
  'Next page': '下一页',
  'No content to show.': '没有内容。',
  'No files selected': '未选择文件',
  '{value} files selected': '已选择 {value} 个文件',
  'No results': '没有结果',
  'Nothing to show.': '没有数据。',
  'Previous page': '上一页',
  'Remove tag': '移除标签',
  Search: '搜索',
  'Skip to search': '跳到搜索',
  'Unable to download document': '无法下载文档',
  '{page} of {total}': '第 {page} 页，共 {total} 页',
};

export function chinese(text: string, values: Record<string, unknown> = {}): string {
  return (words[text] ?? text).replace(/\{(\w+)}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const translated = Object.keys(words);
