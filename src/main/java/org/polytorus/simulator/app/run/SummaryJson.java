package org.polytorus.simulator.app.run;

import org.polytorus.simulator.app.JsonText;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The summary of a run as one JSON object. */
public final class SummaryJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private SummaryJson() {}

    /** The fields are those of {@link RunSummary}. */
    public static String of(RunSummary summary) {
        return JsonText.ascii(MAPPER.writeValueAsString(summary));
    }
}
