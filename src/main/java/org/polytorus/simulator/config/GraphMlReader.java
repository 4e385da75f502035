package org.polytorus.simulator.config;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.DrawnGraph.Arc;
import org.polytorus.simulator.config.DrawnGraph.TooLargeException;
import org.polytorus.simulator.config.DrawnGraph.Value;

/**
 * Reads GraphML (graphml.graphdrawing.org): the nodes, edges and data of its graph, and of graphs inside of nodes as if
 * they stood in the outer one. Nothing outside of the file is ever looked at: a document type, with which XML names other files
 * and entities that grow without end, is refused.
 */
final class GraphMlReader {
    /** Graphs inside of nodes, and what drawing programs keep in data, are a few levels deep. */
    private static final int MAX_DEPTH = 64;

    private static final int MAX_DATA_CHARS = 1_000;

    private final String name;
    private final Problems problems;
    private final DrawnGraph graph = new DrawnGraph();
    private final Map<String, Key> keys = new LinkedHashMap<>();
    /** What is open, the innermost first; the attributes that data inside of it describes, or none. */
    private final ArrayDeque<Open> open = new ArrayDeque<>();

    private boolean isDirected;
    private int graphs;

    /** A kind of data: how it is called and what it is without being said, or null. */
    private record Key(
            String attribute, String target, @Nullable Value usual) {}

    /** An element that is open. */
    private record Open(
            String element,
            Map<String, Value> attributes,
            @Nullable String key,
            StringBuilder text) {}

    GraphMlReader(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    /** Null after an error was noted. */
    @Nullable
    DrawnGraph read(String text) throws TooLargeException {
        XMLStreamReader reader = null;
        try {
            reader = factory().createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                if (!next(reader)) {
                    return null;
                }
            }
            return finished();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            problems.error(new Place(name, Math.max(0, line), ""), "is not valid XML: " + reason(broken));
            return null;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, system, _, _) -> {
            throw new XMLStreamException("it names another file, " + system);
        });
        return factory;
    }

    /** False after an error that leaves no sense in reading on. */
    private boolean next(XMLStreamReader reader) throws XMLStreamException, TooLargeException {
        int event = reader.next();
        Place place = new Place(name, reader.getLocation().getLineNumber(), "");
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            problems.error(
                    place,
                    "found a document type or an entity, expected a plain GraphML file; remove the DOCTYPE and what it"
                            + " declares, since neither is ever read");
            return false;
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            return start(reader, place);
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            end(place);
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            Open innermost = open.peek();
            if (innermost != null
                    && innermost.key() != null
                    && innermost.text().length() + reader.getTextLength() <= MAX_DATA_CHARS) {
                innermost.text().append(reader.getText());
            }
        }
        return true;
    }

    private boolean start(XMLStreamReader reader, Place place) throws TooLargeException {
        String element = reader.getLocalName();
        if (open.isEmpty() && !element.equals("graphml")) {
            problems.error(
                    place,
                    "found <" + Texts.excerpt(element) + ">, expected a GraphML file, which begins with <graphml>");
            return false;
        }
        if (open.size() == MAX_DEPTH) {
            problems.error(place, "found elements nested deeper than " + MAX_DEPTH + " levels, expected a graph");
            return false;
        }
        Map<String, Value> attributes = new LinkedHashMap<>();
        String key = null;
        switch (element) {
            case "graph" -> graph(reader, place);
            case "key" -> key = reader.getAttributeValue(null, "id");
            case "default", "data" -> key = element.equals("data") ? reader.getAttributeValue(null, "key") : innerKey();
            case "node" -> attributes = node(reader, place);
            case "edge" -> attributes = edge(reader, place);
            case "hyperedge" ->
                problems.warning(
                        place, "found a hyperedge, which no link can be, left out; describe edges of two nodes");
            default -> {}
        }
        if (element.equals("key") && key != null) {
            key(key, reader);
        }
        open.push(new Open(element, attributes, key, new StringBuilder()));
        return true;
    }

    private @Nullable String innerKey() {
        Open innermost = open.peek();
        return innermost == null ? null : innermost.key();
    }

    private void graph(XMLStreamReader reader, Place place) {
        graphs++;
        if (graphs == 1) {
            isDirected = "directed".equals(reader.getAttributeValue(null, "edgedefault"));
            String id = reader.getAttributeValue(null, "id");
            graph.name = id == null ? "" : id;
        } else if (open.size() == 1) {
            problems.warning(place, "found a second graph in the file; its nodes join those of the first");
        }
    }

    private void key(String id, XMLStreamReader reader) {
        String attribute = reader.getAttributeValue(null, "attr.name");
        String target = reader.getAttributeValue(null, "for");
        keys.put(id, new Key(attribute == null ? id : attribute, target == null ? "all" : target, null));
    }

    private Map<String, Value> node(XMLStreamReader reader, Place place) throws TooLargeException {
        String id = reader.getAttributeValue(null, "id");
        if (id == null) {
            problems.error(place, "found a node without an id, expected <node id=\"…\">");
            return new LinkedHashMap<>();
        }
        if (graph.has(id)) {
            problems.error(place, "found a second node with the id " + Texts.quote(id) + ", expected every id once");
        }
        return graph.vertex(id, place).attributes();
    }

    private Map<String, Value> edge(XMLStreamReader reader, Place place) throws TooLargeException {
        String from = reader.getAttributeValue(null, "source");
        String to = reader.getAttributeValue(null, "target");
        String directed = reader.getAttributeValue(null, "directed");
        Map<String, Value> attributes = new LinkedHashMap<>();
        if (from == null || to == null) {
            problems.error(place, "found an edge without its ends, expected <edge source=\"…\" target=\"…\">");
        } else {
            graph.add(new Arc(from, to, directed == null ? isDirected : directed.equals("true"), attributes, place));
        }
        return attributes;
    }

    private void end(Place place) {
        Open ended = open.pop();
        Open around = open.peek();
        String id = ended.key();
        Key key = id == null ? null : keys.get(id);
        if (id == null || key == null || around == null) {
            return;
        }
        Value value = new Value(ended.text().toString().strip(), place);
        if (ended.element().equals("default")) {
            keys.put(id, new Key(key.attribute(), key.target(), value));
        } else if (ended.element().equals("data")) {
            DrawnGraph.put(around.attributes(), key.attribute(), value, false);
        }
    }

    private @Nullable DrawnGraph finished() {
        if (graphs == 0) {
            problems.error(Place.ofFile(name), "found no <graph>, expected one with nodes and edges");
            return null;
        }
        for (Key key : keys.values()) {
            Value usual = key.usual();
            if (usual != null) {
                boolean ofNodes = !key.target().equals("edge");
                boolean ofEdges = !key.target().equals("node");
                graph.vertices().stream()
                        .filter(_ -> ofNodes)
                        .forEach(vertex -> DrawnGraph.put(vertex.attributes(), key.attribute(), usual, true));
                graph.arcs().stream()
                        .filter(_ -> ofEdges)
                        .forEach(arc -> DrawnGraph.put(arc.attributes(), key.attribute(), usual, true));
            }
        }
        return graph;
    }

    /** The parser's sentence without the position, which stands before it already. */
    private static String reason(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int at = message.indexOf("Message: ");
        return Texts.printable(at < 0 ? message : message.substring(at + "Message: ".length()))
                .replace('\n', ' ');
    }
}
