// Questions that several rules ask a model.
const { is } = require('bpmnlint-utils');

exports.extensions = (node) => node.extensionElements?.values ?? [];

exports.definitionsOf = (node) => node.eventDefinitions ?? [];

exports.hasTimer = (event) => exports.definitionsOf(event).some((it) => is(it, 'bpmn:TimerEventDefinition'));

exports.siblings = (node) => node.$parent?.flowElements ?? [];

/** Every text that the engine would evaluate, with the property it stands in; texts in child elements included. */
exports.expressions = (node) => {
  const found = [];
  collect(node, '', found, new Set());
  return found;
};

function collect(element, path, found, seen) {
  if (seen.has(element)) return;
  seen.add(element);
  for (const [name, value] of Object.entries({ ...own(element), ...element.$attrs })) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part === 'string' && /[$#]\{/.test(part)) found.push({ property: name, text: part });
      else if (isChild(part, element)) collect(part, name, found, seen);
    }
  }
}

function own(element) {
  return Object.fromEntries(
    Object.entries(element).filter(
      ([name]) => !name.startsWith('$') && name !== 'di' && name !== 'documentation',
    ),
  );
}

/** Children that are steps or flows of their own are visited by the linter itself. */
function isChild(value, parent) {
  return (
    value?.$type && value.$parent === parent && !is(value, 'bpmn:FlowElement') && !is(value, 'bpmn:Artifact')
  );
}
