package io.quittance.bootstrap.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.Rsa;
import io.quittance.bootstrap.faults.Ledger.Reply;
import io.quittance.bootstrap.faults.Order.Kind;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A merchant's application that asks for one thing until it knows, now through this instance, now through that. */
final class Asker {
    private static final long AGAIN_MILLIS = 250;
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

    /** After these it knows nothing and asks again. */
    private static final Set<String> UNKNOWN = Set.of("SYSTEM_ERROR", "REQUEST_TIMEOUT", "UNEXPECTED_ERROR");

    /** What somebody else may have taken, or what is more than there is, may be refused. */
    private static final Set<String> LOST = Set.of("PAYMENT_PROCESSING", "ORDER_CLOSED", "AMOUNT_INVALID");

    private final Dice dice;
    private final List<Shop> shops;
    private final List<Line> fronts;
    private final PublicKey gateway;
    private final Ledger ledger;
    private volatile Optional<Instant> mended = Optional.empty();

    /** @param fronts the lines to the instances */
    Asker(Dice dice, List<Shop> shops, List<Line> fronts, PublicKey gateway, Ledger ledger) {
        this.dice = dice;
        this.shops = shops;
        this.fronts = fronts;
        this.gateway = gateway;
        this.ledger = ledger;
    }

    /** From now on nothing fails any more, and whoever asks must be answered in time. */
    void mended() {
        mended = Optional.of(Instant.now());
    }

    private boolean isTooLate() {
        return mended.filter(since -> Instant.now().isAfter(since.plus(ANSWERED_WITHIN)))
                .isPresent();
    }

    /**
     * Comes back once it is accepted, or refused as a rival may be. Nobody gives up before all is mended: one instance that is
     * killed or stopped every few seconds may answer nothing that takes longer.
     */
    void ask(Order order) throws InterruptedException {
        SplittableRandom random = dice.about("client", order.number());
        Shop shop = shops.get(order.shop());
        String last = "nothing";
        while (!isTooLate()) {
            int port = fronts.get(random.nextInt(fronts.size())).port();
            try {
                ledger.sends(order.number());
                Post.Answered answer = shop.ask(port, Words.api(order), Words.request(order, shop));
                JsonNode json = Words.readAny(answer.body());
                last = json.path("code").asText() + " " + json.path("msg").asText();
                if (knows(order, answer, json)) {
                    return;
                }
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(AGAIN_MILLIS + random.nextInt((int) AGAIN_MILLIS));
        }
        ledger.faults.add(order.id() + ": not accepted within " + ANSWERED_WITHIN
                + " after all was mended, last answered " + last);
    }

    /** Keeps the answer, if it is one. */
    private boolean knows(Order order, Post.Answered answer, JsonNode json) {
        String code = json.path("code").asText();
        boolean accepted = code.equals("APPLY_SUCCESS") || order.kind() == Kind.PAYOUT && code.equals("ORDER_REPEAT");
        if (!accepted && !refused(order, code)) {
            return false;
        }
        if (!Rsa.verify(gateway, answer.body(), answer.sign())) {
            ledger.faults.add(order.id() + ": answered with a signature that does not verify");
        }
        if (order.number() >= Race.APART) {
            ledger.count("of authorized orders: " + (accepted ? order.kind() + " accepted" : "refused with " + code));
        }
        if (accepted) {
            ledger.answered.put(order.number(), Reply.accepted(Words.number(json), System.nanoTime()));
        } else if (order.number() >= Race.APART && LOST.contains(code)) {
            ledger.answered.put(order.number(), Reply.refused(code, System.nanoTime()));
        } else {
            ledger.faults.add(order.id() + ": refused with " + answer.text());
        }
        return true;
    }

    /** Of a link and of what is passed on, upstream's own words come back, and it may be asked again. */
    private static boolean refused(Order order, String code) {
        return order.kind() != Kind.LINK && order.kind() != Kind.RELAY && !code.isEmpty() && !UNKNOWN.contains(code);
    }
}
