import antd from 'antd/es/locale/en_US';
import shell from '../shell/en.json';
import ui from '../ui/en.json';
import workflow from '../workflow/en.json';

export { antd };
/** What every page needs; the words of the others are in en-pages. */
export const texts = { shell, ui, workflow };
