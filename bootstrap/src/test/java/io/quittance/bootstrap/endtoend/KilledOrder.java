package io.quittance.bootstrap.endtoend;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** An order of the kill run: what is sent, and what its merchant must be told in the end. */
abstract sealed class KilledOrder {
    private final String id;
    private final List<String> results;

    private KilledOrder(String id, List<String> results) {
        this.id = id;
        this.results = results;
    }

    /** Some of every kind, of every end. */
    static List<KilledOrder> some(int count) {
        return IntStream.range(0, count).mapToObj(KilledOrder::one).toList();
    }

    private static KilledOrder one(int n) {
        return switch (n % 4) {
            case 2 -> new OfPayout(n);
            case 3 -> new OfLink(n);
            default -> new OfCapture(n);
        };
    }

    String id() {
        return id;
    }

    /** What it must be told, in this order; the last is where it ends. */
    List<String> results() {
        return results;
    }

    abstract Answer send(TestMerchant shop, GatewayProcess gateway) throws IOException;

    abstract boolean isAccepted(Answer answer);

    /** Our number in an answer to {@link #send}. */
    abstract String number(Answer answer);

    /** What else must happen before it can end. @return whether it has */
    boolean finish(Answer answer) throws IOException {
        return true;
    }

    /** Where it stands. */
    abstract String state(TestMerchant shop, GatewayProcess gateway) throws IOException;

    /** Asked for again, a capture is answered as it stands. */
    private static final class OfCapture extends KilledOrder {
        private final String amount;

        OfCapture(int n) {
            super("kill-" + n, List.of(n % 20 == 1 ? "FAILED" : "SUCCESS"));
            amount = n % 20 == 1 ? "110" : "%d.%02d".formatted(1 + n, n % 100);
        }

        @Override
        Answer send(TestMerchant shop, GatewayProcess gateway) throws IOException {
            return shop.capture(gateway, id(), amount);
        }

        @Override
        boolean isAccepted(Answer answer) {
            return answer.code().equals("APPLY_SUCCESS");
        }

        @Override
        String number(Answer answer) {
            return answer.captureNo();
        }

        @Override
        String state(TestMerchant shop, GatewayProcess gateway) throws IOException {
            return send(shop, gateway).state();
        }
    }

    /** Asked for again, a payout is a repeat that names the first. */
    private static final class OfPayout extends KilledOrder {
        private final String amount;

        OfPayout(int n) {
            super(
                    "kill_" + n,
                    switch (n % 12) {
                        case 2 -> List.of("SUCCESS", "BOUNCEBACK");
                        case 6 -> List.of("FAILED");
                        default -> List.of("SUCCESS");
                    });
            amount = "%d.%02d".formatted(1 + n, n % 100);
        }

        @Override
        Answer send(TestMerchant shop, GatewayProcess gateway) throws IOException {
            return shop.payout(gateway, id(), amount, results().getLast());
        }

        @Override
        boolean isAccepted(Answer answer) {
            return Set.of("APPLY_SUCCESS", "ORDER_REPEAT").contains(answer.code());
        }

        @Override
        String number(Answer answer) {
            return answer.json().at("/data/tradeNo").asText();
        }

        @Override
        String state(TestMerchant shop, GatewayProcess gateway) throws IOException {
            return shop.ask(gateway, "paymentOrderQry", "{\"outTradeNo\":\"" + id() + "\"}")
                    .state();
        }
    }

    /** A link ends when a payer has paid, who tries until it is done. */
    private static final class OfLink extends KilledOrder {
        OfLink(int n) {
            super("kill-" + n, List.of("SUCCESS"));
        }

        @Override
        Answer send(TestMerchant shop, GatewayProcess gateway) throws IOException {
            return shop.link(gateway, id());
        }

        @Override
        boolean isAccepted(Answer answer) {
            return answer.code().equals("APPLY_SUCCESS");
        }

        @Override
        String number(Answer answer) {
            return answer.json().at("/data/linkId").asText();
        }

        @Override
        boolean finish(Answer answer) throws IOException {
            URI page = URI.create(answer.json().at("/data/linkUrl").asText());
            return Http.submit(page, "attempt=1&method=CARD&outcome=SUCCESS").statusCode() < 400;
        }

        @Override
        String state(TestMerchant shop, GatewayProcess gateway) throws IOException {
            return shop.ask(gateway, "queryPaybylink", "{\"merchantLinkId\":\"" + id() + "\"}")
                    .json()
                    .at("/data/payByLinkInfo/0/status")
                    .asText();
        }
    }
}
