package io.quittance.application.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does something with each of many at the same moment, as well as a computer can. */
public final class AtOnce {
    private AtOnce() {}

    /** The answers in the order of the inputs. */
    public static <A, B> List<B> all(List<A> inputs, Function<A, B> work) {
        CountDownLatch ready = new CountDownLatch(inputs.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(inputs.size())) {
            List<Future<B>> running = inputs.stream()
                    .map(input -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return work.apply(input);
                    }))
                    .toList();
            List<B> answers = new ArrayList<>();
            for (Future<B> one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of them failed", e.getCause());
        }
    }
}
