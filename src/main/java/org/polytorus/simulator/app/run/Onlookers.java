package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Shows several the same run. */
public record Onlookers(List<Onlooker> all) implements Onlooker {

    public Onlookers {
        all = List.copyOf(all);
    }

    @Override
    public void look(Duration elapsed, Supplier<TestnetSnapshot> now, LongFunction<List<TestnetEvent>> eventsAfter) {
        all.forEach(one -> one.look(elapsed, now, eventsAfter));
    }

    @Override
    public void broken(Checked.Broken found) {
        all.forEach(one -> one.broken(found));
    }

    @Override
    public void end(Duration ran, TestnetSnapshot last, @Nullable Checked checked) {
        all.forEach(one -> one.end(ran, last, checked));
    }

    @Override
    public Told told() {
        List<Told> told = all.stream().map(Onlooker::told).toList();
        return new Told(
                told.stream().allMatch(Told::isGood),
                told.stream().flatMap(one -> one.lines().stream()).toList());
    }
}
