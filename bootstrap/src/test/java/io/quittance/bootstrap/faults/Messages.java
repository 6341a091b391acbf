package io.quittance.bootstrap.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.Rsa;
import io.quittance.bootstrap.faults.Judge.Evidence;
import io.quittance.bootstrap.faults.Ledger.Arrived;
import io.quittance.bootstrap.faults.Order.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with messages to merchants, each by itself and beside the others of the same order. */
final class Messages {
    private final PublicKey gateway;
    private final Map<String, Evidence> orders;
    private final Map<String, byte[]> bodies = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param orders what is known of each, by its id */
    Messages(PublicKey gateway, Map<String, Evidence> orders) {
        this.gateway = gateway;
        this.orders = orders;
    }

    List<String> wrong(List<Arrived> all) {
        for (Arrived arrived : all) {
            String what = arrived.about() + " " + arrived.result();
            if (!Rsa.verify(gateway, arrived.body(), arrived.sign())) {
                faults.add(what + ": told with a signature that does not verify");
            }
            Evidence about = orders.get(arrived.about());
            byte[] earlier = bodies.putIfAbsent(what + triedAs(about, arrived), arrived.body());
            if (earlier != null && !Arrays.equals(earlier, arrived.body())) {
                faults.add(
                        what + ": told again in other bytes: " + text(earlier) + " and then " + text(arrived.body()));
            }
            if (about == null) {
                faults.add(what + ": told, and nobody asked for it");
            } else {
                judge(what, arrived, about);
            }
        }
        return List.copyOf(faults);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private void judge(String what, Arrived arrived, Evidence about) {
        Order order = about.order();
        JsonNode message = Words.read(arrived.body());
        if (order.shop() != arrived.shop()) {
            faults.add(what + ": told to another merchant");
        }
        if (Dialect.in(message) != Dialect.of(order)) {
            faults.add(
                    what + ": told in the dialect " + Dialect.in(message) + " (expected: " + Dialect.of(order) + ")");
        }
        if (numbered(order)
                && about.reply().accepted()
                && !Words.number(message).equals(about.number())) {
            faults.add(
                    what + ": told under the number " + Words.number(message) + " (expected: " + about.number() + ")");
        }
        String amount = Words.amount(message);
        if (priced(order) && (amount.isEmpty() || !same(amount, order.amount()))) {
            faults.add(what + ": told with the amount " + amount + " (expected: " + order.amount() + ")");
        }
    }

    /** Each try under one number of the merchant's is told by itself. */
    private static String triedAs(Evidence about, Arrived arrived) {
        return about != null
                        && about.order().kind() == Kind.PAYOUT
                        && about.order().refused()
                ? " " + Words.number(Words.read(arrived.body()))
                : "";
    }

    /** A payout that was refused upstream frees its number, so its messages may be of several. */
    private static boolean numbered(Order order) {
        return switch (order.kind()) {
            case CAPTURE, CANCEL, PAYOUT -> !order.refused();
            case LINK, RELAY, PAYMENT -> false;
        };
    }

    private static boolean priced(Order order) {
        return order.kind() == Kind.CAPTURE || order.kind() == Kind.PAYOUT || order.kind() == Kind.PAYMENT;
    }

    private static boolean same(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }
}
