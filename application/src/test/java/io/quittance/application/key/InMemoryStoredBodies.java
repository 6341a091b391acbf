package io.quittance.application.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Bodies of which nothing is kept but what they are encrypted with. */
public final class InMemoryStoredBodies implements StoredBodies {
    /** In their order. */
    public final List<String> keys = new ArrayList<>();

    /** Which of them cannot be read. */
    public final List<Integer> unreadable = new ArrayList<>();

    /** Which of them change once more while they are encrypted again. */
    public final List<Integer> changing = new ArrayList<>();

    public String writing = "";

    @Override
    public Step step(String key, String place, int limit) {
        int from = place.isEmpty() ? 0 : Integer.parseInt(place);
        int until = Math.min(keys.size(), from + limit);
        int done = 0;
        int missed = 0;
        List<String> aside = new ArrayList<>();
        for (int i = from; i < until; i++) {
            if (!keys.get(i).equals(key)) {
                continue;
            }
            if (unreadable.contains(i)) {
                aside.add("body " + i);
            } else if (changing.remove((Integer) i)) {
                missed++;
            } else {
                keys.set(i, writing);
                done++;
            }
        }
        Optional<String> next = until == keys.size() ? Optional.empty() : Optional.of(Integer.toString(until));
        return new Step(next, until - from, done, missed, aside);
    }

    @Override
    public Map<String, Long> count() {
        return keys.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public long about() {
        return keys.size();
    }
}
