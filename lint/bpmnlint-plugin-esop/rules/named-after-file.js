const { is } = require('bpmnlint-utils');

/** A process is found under its own name: one executable process per file, its id the file's name. */
module.exports = ({ file } = {}) => ({
  check(node, reporter) {
    if (!file || !is(node, 'bpmn:Definitions')) return;
    const processes = (node.rootElements ?? []).filter((it) => is(it, 'bpmn:Process'));
    if (processes.length !== 1)
      reporter.report(node.id, `holds ${processes.length} processes instead of one`);
    for (const process of processes) {
      if (process.id !== file) reporter.report(process.id, `its file is ${file}.bpmn: name both alike`);
      if (!process.isExecutable) reporter.report(process.id, 'is not executable');
    }
  },
});
