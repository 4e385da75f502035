package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtomicFiguresTest {
    private static final int THREADS = 4;
    private static final int ADDITIONS = 50_000;

    private final AtomicFigures figures = new AtomicFigures(2);

    @Test
    void whatOneThreadCountsIsTheSum() {
        figures.add(0, 3);
        figures.add(0, -1);
        figures.add(1, 10);

        assertThat(figures.get(0)).isEqualTo(2);
        assertThat(figures.get(1)).isEqualTo(10);
    }

    @Test
    void nothingIsLostWhenSeveralThreadsCountAtOnce() {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<CompletableFuture<Void>> counting = IntStream.range(0, THREADS)
                    .mapToObj(_ -> CompletableFuture.runAsync(this::count, threads))
                    .toList();
            counting.forEach(CompletableFuture::join);
        }

        assertThat(figures.get(0)).isEqualTo(THREADS * ADDITIONS);
        assertThat(figures.get(1)).isEqualTo(-2L * THREADS * ADDITIONS);
    }

    private void count() {
        for (int i = 0; i < ADDITIONS; i++) {
            figures.add(0, 1);
            figures.add(1, -2);
        }
    }
}
