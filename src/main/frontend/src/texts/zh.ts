import antd from 'antd/es/locale/zh_CN';
import shell from '../shell/zh.json';
import ui from '../ui/zh.json';
import workflow from '../workflow/zh.json';

export { antd };
/** What every page needs; the words of the others are in zh-pages. */
export const texts = { shell, ui, workflow };
