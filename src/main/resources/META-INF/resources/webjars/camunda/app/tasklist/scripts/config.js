export default {
  app: { name: 'Tasklist', vendor: 'ESOP' },
  disableWelcomeMessage: true,
  locales: { availableLocales: ['en', 'zh-CN'], fallbackLocale: 'zh-CN' },
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '领取所选任务 · claims the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: '转到第一个筛选器 · moves to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: '转到第一个任务 · moves to the first task' },
    focusForm: { key: 'ctrl+alt+f', description: '转到表单的第一个字段 · moves to the first field of the form' },
    startProcess: { key: '', description: '' },
  },
};
