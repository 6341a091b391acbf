package io.quittance.application.shard;

import io.quittance.application.journal.ObjectRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/** A share of all orders. One owner at a time, so what concerns one order happens in order. */
public record Shard(int number) implements Comparable<Shard> {
    /** Stands in the database; another number would orphan what is queued. */
    public static final int COUNT = 64;

    public Shard {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("shard: " + number + " (expected: 0 to " + (COUNT - 1) + ")");
        }
    }

    /** The shard of an order, the same for ever. */
    public static Shard of(ObjectRef about) {
        return of(about.id());
    }

    /** The shard of an order by its number. */
    public static Shard of(String number) {
        CRC32C sum = new CRC32C();
        sum.update(number.getBytes(StandardCharsets.UTF_8));
        return new Shard((int) (sum.getValue() % COUNT));
    }

    @Override
    public int compareTo(Shard other) {
        return Integer.compare(number, other.number);
    }

    public static List<Shard> all() {
        return IntStream.range(0, COUNT).mapToObj(Shard::new).toList();
    }
}
