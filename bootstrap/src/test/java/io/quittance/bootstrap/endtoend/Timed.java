package io.quittance.bootstrap.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An answer and how long it took. */
record Timed<T>(T answer, Duration taken) {
    /** The answers of so many callers at the same time. */
    static <T> List<Timed<T>> atOnce(int many, Callable<T> call) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Timed<T>>> calling = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                calling.add(callers.submit(() -> {
                    long begun = System.nanoTime();
                    T answer = call.call();
                    return new Timed<>(answer, Duration.ofNanos(System.nanoTime() - begun));
                }));
            }
            List<Timed<T>> answers = new ArrayList<>();
            for (Future<Timed<T>> one : calling) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** What they have in common, if there is one. */
    static <T, R> Set<R> answers(List<Timed<T>> all, Function<T, R> part) {
        return all.stream().map(timed -> part.apply(timed.answer())).collect(Collectors.toSet());
    }
}
