const { is } = require('bpmnlint-utils');
const { expressions } = require('../model');
const project = require('../project');

/** Expressions ask a delegate or read a variable; a condition only compares variables. */
module.exports = ({ beans = project.beans() } = {}) => ({
  check(node, reporter) {
    if (!node.id) return;
    const condition = is(node, 'bpmn:SequenceFlow');
    for (const { property, text } of expressions(node)) {
      for (const name of called(text)) {
        if (condition) reporter.report(node.id, `its condition calls ${name}: compare variables instead`);
        else if (!beans.includes(name))
          reporter.report(node.id, `${property} calls "${name}", which is no delegate`);
      }
      if (/#\{/.test(text)) reporter.report(node.id, `${property} uses #{…} instead of \${…}`);
    }
  },
});

const READING_JSON = /\b\w+\.(elements|stringValue)\(\)/g;

/** The first name of each call: "dueTime" in dueTime.of(execution), "''" in ''.getClass(); reading a JSON variable is no call. */
function called(text) {
  return [...text.replace(READING_JSON, '').matchAll(/([\w'"]+)(?:\.\w+)*\s*\(/g)].map(([, name]) => name);
}
