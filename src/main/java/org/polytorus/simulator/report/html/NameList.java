package org.polytorus.simulator.report.html;

import java.util.List;
import java.util.stream.Collectors;
import org.polytorus.simulator.model.NodeName;

/** Names in a row, and names that are too long for a drawing. */
final class NameList {
    private static final int MOST_NAMES = 12;
    private static final int LONGEST = 26;

    private NameList() {}

    /** The first of them, and how many there are besides. */
    static String of(List<NodeName> names) {
        String shown = names.stream().limit(MOST_NAMES).map(NodeName::value).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? shown + " and " + (names.size() - MOST_NAMES) + " more" : shown;
    }

    /** As much of a text as there is room for. */
    static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    static String shortened(NodeName name) {
        return shortened(name.value(), LONGEST);
    }
}
