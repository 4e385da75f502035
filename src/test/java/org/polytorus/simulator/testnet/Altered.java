package org.polytorus.simulator.testnet;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies records for tests, so that a new component of a snapshot does not mean a change to every made-up picture. */
public final class Altered {
    private Altered() {}

    /**
     * The same record with other values for some components.
     *
     * @param changes a component's name, its value, the next name and so on
     */
    public static <R extends Record> R copy(R of, @Nullable Object... changes) {
        RecordComponent[] components = of.getClass().getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        List<@Nullable Object> values = new ArrayList<>();
        try {
            for (RecordComponent component : components) {
                values.add(component.getAccessor().invoke(of));
            }
            for (int i = 0; i < changes.length; i += 2) {
                values.set(names.indexOf(String.valueOf(changes[i])), changes[i + 1]);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked") // A record's own canonical constructor makes no other class.
            R copy = (R) of.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
            return copy;
        } catch (ReflectiveOperationException broken) {
            throw new IllegalArgumentException(
                    "cannot copy " + of.getClass() + " with other " + Arrays.toString(changes), broken);
        }
    }
}
