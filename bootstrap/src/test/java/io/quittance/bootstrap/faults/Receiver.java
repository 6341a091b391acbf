package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** A merchant's endpoint, which mostly acknowledges and sometimes does what endpoints do. */
final class Receiver implements AutoCloseable {
    /** Longer than the gateway waits. */
    private static final long TOO_LONG_MILLIS = 11_000;

    private static final int DRIPS = 14;

    /** Of those that come a second time, so few are ill treated again. */
    private static final int SELDOM_PERCENT = 10;

    private final int shop;
    private final Dice dice;
    private final boolean misdeeds;
    private final int delayMillis;
    private final Ledger ledger;
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final Port port;
    private volatile boolean well;
    private volatile boolean sick;

    /** What it does with a message. */
    private enum Doing implements Dice.Weighed {
        ACKNOWLEDGES(74),
        ACKNOWLEDGES_ZIPPED(4),
        HANGS(2),
        DRIPS(2),
        TALKS_NONSENSE(4),
        TALKS_THE_OTHER_DIALECT(2),
        IS_LATE(2),
        ASKS_FOR_PATIENCE(4),
        FAILS(3),
        RESETS(3);

        private final int weight;

        Doing(int weight) {
            this.weight = weight;
        }

        @Override
        public int weight() {
            return weight;
        }

        /** One that is late has taken it all the same, and a gateway that was stopped meanwhile finds its answer there. */
        boolean acknowledges() {
            return this == ACKNOWLEDGES || this == ACKNOWLEDGES_ZIPPED || this == IS_LATE;
        }
    }

    /** @param delayMillis how long it takes at most to acknowledge */
    Receiver(int shop, Dice dice, boolean misdeeds, int delayMillis, Ledger ledger) throws IOException {
        this.shop = shop;
        this.dice = dice;
        this.misdeeds = misdeeds;
        this.delayMillis = delayMillis;
        this.ledger = ledger;
        this.port = new Port(this::take);
    }

    int port() {
        return port.number();
    }

    /** Hangs on everything, or no more. */
    void sick(boolean now) {
        sick = now;
    }

    /** From now on it acknowledges everything. */
    void heal() {
        well = true;
        sick = false;
    }

    private void take(Port.Request request, Port.Reply reply) throws IOException, InterruptedException {
        JsonNode message = Words.read(request.body());
        String about = Words.about(message);
        String result = Words.result(message);
        Dialect dialect = Dialect.in(message);
        int attempt = attempts.computeIfAbsent(about + result, _ -> new AtomicInteger())
                .getAndIncrement();
        Doing doing = doing(about, result, attempt);
        ledger.arrived.add(new Ledger.Arrived(
                shop, about, result, request.body(), request.sign(), doing.acknowledges(), request.arrivedNanos()));
        if (doing != Doing.ACKNOWLEDGES && doing != Doing.ACKNOWLEDGES_ZIPPED) {
            ledger.count("misdeed of a receiver: " + doing);
        }
        answer(doing, dialect, dice.about("pace", about, result, attempt), reply);
    }

    private Doing doing(String about, String result, int attempt) {
        if (sick) {
            return Doing.HANGS;
        }
        SplittableRandom random = dice.about("receiver", about, result, attempt);
        Doing chosen = Dice.one(random, Doing.values());
        boolean again = attempt > 0 && random.nextInt(100) >= SELDOM_PERCENT;
        return well || !misdeeds || again ? Doing.ACKNOWLEDGES : chosen;
    }

    private void answer(Doing doing, Dialect dialect, SplittableRandom random, Port.Reply reply)
            throws IOException, InterruptedException {
        switch (doing) {
            case ACKNOWLEDGES -> {
                if (delayMillis > 0) {
                    Thread.sleep(random.nextInt(delayMillis));
                }
                reply.json(200, "", dialect.acknowledgement());
            }
            case ACKNOWLEDGES_ZIPPED ->
                reply.send(200, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", zipped(dialect));
            case HANGS -> {
                Thread.sleep(TOO_LONG_MILLIS);
                reply.reset();
            }
            case DRIPS -> drip(dialect, reply);
            case TALKS_NONSENSE -> reply.json(200, "", "<html>Welcome</html>");
            case TALKS_THE_OTHER_DIALECT -> reply.json(200, "", dialect.other().acknowledgement());
            case IS_LATE -> {
                Thread.sleep(TOO_LONG_MILLIS);
                reply.json(200, "", dialect.acknowledgement());
            }
            case ASKS_FOR_PATIENCE -> reply.json(429, "Retry-After: 2\r\n", "{\"code\":\"LATER\"}");
            case FAILS -> reply.json(503, "", "{\"code\":\"BUSY\"}");
            case RESETS -> reply.reset();
        }
    }

    /** A byte a second: the whole answer would come after the gateway's patience. */
    private static void drip(Dialect dialect, Port.Reply reply) throws IOException, InterruptedException {
        byte[] answer = dialect.acknowledgement().getBytes(UTF_8);
        reply.write(reply.head(200, "Content-Type: application/json\r\n", answer.length));
        for (int i = 0; i < DRIPS; i++) {
            Thread.sleep(1_000);
            reply.write(new byte[] {answer[i]});
        }
        reply.reset();
    }

    private static byte[] zipped(Dialect dialect) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(dialect.acknowledgement().getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        port.close();
    }
}
