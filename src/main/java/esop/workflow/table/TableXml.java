package esop.workflow.table;

import esop.web.InvalidException;
import esop.web.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A table's file. Only what a table in FEEL needs is let in, whoever brings it: anything else is refused with its element. */
final class TableXml {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final Set<String> DRAWING = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "description",
            "input",
            "inputExpression",
            "inputValues",
            "inputEntry",
            "output",
            "outputValues",
            "outputEntry",
            "rule",
            "text");
    private static final Set<String> LANGUAGES =
            Set.of("feel", "http://www.omg.org/spec/FEEL/20140401", "https://www.omg.org/spec/DMN/20191111/FEEL/");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "label",
            "namespace",
            "exporter",
            "exporterVersion",
            "hitPolicy",
            "aggregation",
            "typeRef",
            "preferredOrientation",
            "expressionLanguage",
            "historyTimeToLive");

    private final Document document;

    private TableXml(Document document) {
        this.document = document;
    }

    /** @throws InvalidException with element and reason */
    static TableXml read(byte[] file) {
        try {
            var xml = new TableXml(parser().parse(new ByteArrayInputStream(file)));
            xml.check(xml.document.getDocumentElement());
            return xml;
        } catch (SAXParseException broken) {
            throw broken.getMessage().contains("DOCTYPE")
                    ? refused("DOCTYPE", "workflow.table.dtd")
                    : new InvalidException(
                            "xml", Texts.get("workflow.table.broken", broken.getLineNumber(), broken.getMessage()));
        } catch (SAXException | IOException broken) {
            throw new InvalidException("xml", Texts.get("workflow.table.broken", 0, broken.getMessage()));
        }
    }

    Table table() {
        var table = one("decisionTable");
        var decision = one("decision");
        return new Table(
                decision.getAttribute("id"),
                decision.getAttribute("name"),
                table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy"),
                children(table, "input").stream().map(TableXml::input).toList(),
                children(table, "output").stream().map(TableXml::output).toList(),
                children(table, "rule").stream().map(TableXml::rule).toList());
    }

    /** The same file with these rules in place of its own. */
    byte[] with(List<Table.Rule> rules) {
        var table = one("decisionTable");
        children(table, "rule").forEach(table::removeChild);
        var columns = table();
        for (var rule : rules) {
            table.appendChild(element(rule, columns));
        }
        return written();
    }

    private Element element(Table.Rule rule, Table columns) {
        var element = document.createElementNS(DMN, "rule");
        element.setAttribute("id", rule.id());
        if (!rule.description().isBlank()) {
            var description = document.createElementNS(DMN, "description");
            description.setTextContent(rule.description());
            element.appendChild(description);
        }
        for (var i = 0; i < columns.inputs().size(); i++) {
            var id = rule.id() + "_" + columns.inputs().get(i).id();
            element.appendChild(cell("inputEntry", id, rule.inputs().get(i)));
        }
        for (var i = 0; i < columns.outputs().size(); i++) {
            var id = rule.id() + "_" + columns.outputs().get(i).id();
            element.appendChild(cell("outputEntry", id, rule.outputs().get(i)));
        }
        return element;
    }

    private Element cell(String kind, String id, String content) {
        var cell = document.createElementNS(DMN, kind);
        cell.setAttribute("id", id);
        var text = document.createElementNS(DMN, "text");
        text.setTextContent(content);
        cell.appendChild(text);
        return cell;
    }

    private byte[] written() {
        try {
            document.normalize();
            withoutBlanks(document.getDocumentElement());
            var transformer = transformers().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            var text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void check(Element element) {
        var space = element.getNamespaceURI();
        var name = element.getLocalName();
        if (!DRAWING.contains(String.valueOf(space))) {
            if (!DMN.equals(space) || !ELEMENTS.contains(name)) {
                throw refused(element.getNodeName(), "workflow.table.element");
            }
            checkAttributes(element);
        }
        for (var child : children(element, null)) {
            check(child);
        }
    }

    private static void checkAttributes(Element element) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            var name = attribute.getLocalName();
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                continue;
            }
            if (!ATTRIBUTES.contains(name)) {
                throw refused(element.getNodeName() + "@" + attribute.getNodeName(), "workflow.table.attribute");
            }
            if (name.equals("expressionLanguage") && !LANGUAGES.contains(attribute.getNodeValue())) {
                throw refused(element.getNodeName() + "@" + attribute.getNodeValue(), "workflow.table.language");
            }
        }
    }

    private Element one(String name) {
        var found = document.getElementsByTagNameNS(DMN, name);
        if (found.getLength() != 1) {
            throw refused(name, "workflow.table.one");
        }
        return (Element) found.item(0);
    }

    private static Table.Input input(Element input) {
        var expressions = children(input, "inputExpression");
        if (expressions.size() != 1) {
            throw refused("inputExpression", "workflow.table.one");
        }
        return new Table.Input(
                input.getAttribute("id"),
                input.getAttribute("label"),
                text(expressions.get(0)),
                expressions.get(0).getAttribute("typeRef"));
    }

    private static Table.Output output(Element output) {
        var values = children(output, "outputValues");
        return new Table.Output(
                output.getAttribute("id"),
                output.getAttribute("label"),
                output.getAttribute("name"),
                output.getAttribute("typeRef"),
                values.isEmpty() ? List.of() : Words.quoted(text(values.get(0))));
    }

    private static Table.Rule rule(Element rule) {
        var descriptions = children(rule, "description");
        return new Table.Rule(
                rule.getAttribute("id"),
                descriptions.isEmpty()
                        ? ""
                        : descriptions.get(0).getTextContent().strip(),
                children(rule, "inputEntry").stream().map(TableXml::text).toList(),
                children(rule, "outputEntry").stream().map(TableXml::text).toList());
    }

    private static String text(Element element) {
        var texts = children(element, "text");
        return texts.isEmpty() ? "" : texts.get(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, @Nullable String name) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || name.equals(element.getLocalName()))) {
                found.add(element);
            }
        }
        return found;
    }

    private static void withoutBlanks(Element element) {
        for (Node node = element.getFirstChild(); node != null; ) {
            var next = node.getNextSibling();
            if (node instanceof Element child) {
                withoutBlanks(child);
            } else if (node.getNodeType() == Node.TEXT_NODE
                    && node.getTextContent().isBlank()
                    && !"text".equals(element.getLocalName())) {
                element.removeChild(node);
            }
            node = next;
        }
    }

    private static InvalidException refused(String element, String reason) {
        return new InvalidException("xml", Texts.get("workflow.table.refused", element, Texts.get(reason)));
    }

    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TransformerFactory transformers() {
        var factory = TransformerFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        return factory;
    }
}
