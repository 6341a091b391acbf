package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.Rsa;
import io.quittance.bootstrap.faults.Ledger.Asked;
import io.quittance.bootstrap.faults.Order.Answering;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Order.Telling;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** PayerMax as the run's script has it: it takes orders, answers as each order's plan says, and tells how they end. */
final class Upstream implements AutoCloseable {
    /** Longer than the gateway waits for an answer. */
    private static final long TOO_LONG_MILLIS = 11_000;

    private static final int QUESTION_ILL_PERCENT = 8;

    private final Dice dice;
    private final boolean misdeeds;
    private final Shop.Upstream keys;
    private final Orders orders;
    private final Ledger ledger;
    private final Teller teller;
    private final Map<Integer, Taken> taken = new ConcurrentHashMap<>();
    private final Map<String, Integer> holders = new ConcurrentHashMap<>();
    private final Port port;

    /** What it knows of an order that it was asked about. */
    private static final class Taken {
        private int calls;
        private int questions;
        private boolean has;
    }

    Upstream(Dice dice, boolean misdeeds, Shop.Upstream keys, Orders orders, Ledger ledger, Teller teller)
            throws IOException {
        this.dice = dice;
        this.misdeeds = misdeeds;
        this.keys = keys;
        this.orders = orders;
        this.ledger = ledger;
        this.teller = teller;
        this.port = new Port(this::take);
    }

    int port() {
        return port.number();
    }

    private void take(Port.Request request, Port.Reply reply) throws IOException, InterruptedException {
        String api = request.path().substring(request.path().lastIndexOf('/') + 1);
        JsonNode document = Words.read(request.body());
        String about = Words.about(document);
        if (!Rsa.verify(keys.ours().getPublic(), request.body(), request.sign())) {
            ledger.faults.add(about + ": asked upstream with a signature that does not verify");
        }
        if (!about.startsWith("F")) {
            signed(reply, Words.code("ORDER_NOT_EXIST"));
            return;
        }
        Order order = orders.of(Order.numberIn(about));
        switch (api) {
            case "paymentOrderQry", "queryPaybylink" -> question(order, reply);
            default -> {
                asksToBeToldThere(order, path(document, "/data/notifyUrl"));
                call(order, path(document, "/data/refundNotifyUrl"), reply);
            }
        }
    }

    private static String path(JsonNode document, String place) {
        String address = document.at(place).asText();
        return address.isEmpty() ? "" : URI.create(address).getPath();
    }

    /** With each payout we say where we want to be told of it: in the dialect in which its merchant is. */
    private void asksToBeToldThere(Order order, String place) {
        boolean flat = place.startsWith("/delSuffixStart12/");
        if (order.kind() == Kind.PAYOUT && flat != (Dialect.of(order) == Dialect.LEGACY)) {
            ledger.faults.add(order.id() + ": asked upstream to be told in the other dialect, at " + place);
        }
    }

    /** Of one authorized order it takes one capture or cancel, and another only once that has failed. */
    private boolean contested(Order order) {
        if (order.kind() != Kind.CAPTURE && order.kind() != Kind.CANCEL) {
            return false;
        }
        String key = order.outTradeNo().toLowerCase(Locale.ROOT);
        int holder = holders.merge(
                key, order.number(), (earlier, now) -> orders.of(earlier).ending() == Ending.FAILED ? now : earlier);
        return holder != order.number();
    }

    private void call(Order order, String relayed, Port.Reply reply) throws IOException, InterruptedException {
        Taken known = taken.computeIfAbsent(order.number(), _ -> new Taken());
        Answering answering;
        boolean news;
        synchronized (known) {
            boolean again = known.has && order.kind() != Kind.RELAY;
            answering = again ? Answering.SAYS_EXISTS : answering(order, ++known.calls);
            if (!again && answering.takes() && contested(order)) {
                answering = Answering.REFUSES;
            }
            news = answering.takes() && !known.has;
            known.has |= answering.takes();
        }
        Optional<Ending> said = answering == Answering.TELLS_THE_END ? Optional.of(order.ending()) : Optional.empty();
        Optional<Ending> refusal = answering == Answering.REFUSES ? Optional.of(Ending.FAILED) : said;
        ledger.asked.add(new Asked(order.number(), Asked.Sort.SUBMIT, answering.name(), refusal, System.nanoTime()));
        if (answering != Answering.TAKES) {
            ledger.count("misdeed of upstream: " + answering);
        }
        if (news) {
            teller.tell(order, relayed);
            if (order.telling() == Telling.BEFORE_THE_ANSWER) {
                teller.awaitFirst(order);
            }
        }
        answer(order, answering, reply);
    }

    private static Answering answering(Order order, int calls) {
        return calls == 1 || order.refused() ? order.answering() : Answering.TAKES;
    }

    private void answer(Order order, Answering answering, Port.Reply reply) throws IOException, InterruptedException {
        switch (answering) {
            case TAKES -> signed(reply, Words.has(order, "PENDING"));
            case TELLS_THE_END -> signed(reply, Words.has(order, order.ending().name()));
            case BREAKS_OFF, LOSES_IT -> reply.reset();
            case IS_LATE -> {
                Thread.sleep(TOO_LONG_MILLIS);
                signed(reply, Words.has(order, "PENDING"));
            }
            case TALKS_NONSENSE -> signed(reply, "[1,2");
            case IS_FORGED -> reply.json(200, "sign: " + "A".repeat(342) + "==\r\n", Words.has(order, "PENDING"));
            case SAYS_SYSTEM_ERROR -> signed(reply, Words.code("SYSTEM_ERROR"));
            case SAYS_EXISTS -> signed(reply, Words.code("ORDER_REPEAT"));
            case REFUSES -> signed(reply, Words.code("RISK_FAILED"));
            case IS_BUSY -> signed(reply, Words.code("TOO_MANY_REQUEST"));
            case BAD_GATEWAY -> reply.send(502, "Content-Type: text/html\r\n", "<html>502</html>".getBytes(UTF_8));
        }
    }

    private void question(Order order, Port.Reply reply) throws IOException {
        Taken known = taken.computeIfAbsent(order.number(), _ -> new Taken());
        boolean has;
        int question;
        synchronized (known) {
            has = known.has;
            question = ++known.questions;
        }
        SplittableRandom random = dice.about("question", order.number(), question);
        if (misdeeds && random.nextInt(100) < QUESTION_ILL_PERCENT) {
            ledger.count("misdeed of upstream: no answer to a question");
            asked(order, "NOTHING", Optional.empty());
            reply.reset();
        } else if (!has) {
            asked(order, "ORDER_NOT_EXIST", Optional.empty());
            signed(reply, Words.code("ORDER_NOT_EXIST"));
        } else {
            Optional<Ending> stands = order.kind() == Kind.LINK ? Optional.empty() : teller.stands(order);
            asked(order, "HAS", stands);
            signed(reply, Words.has(order, stands.map(Enum::name).orElse("PENDING")));
        }
    }

    private void asked(Order order, String answer, Optional<Ending> said) {
        ledger.asked.add(new Asked(order.number(), Asked.Sort.QUERY, answer, said, System.nanoTime()));
    }

    private void signed(Port.Reply reply, String body) throws IOException {
        String sign = Rsa.sign(keys.theirs().getPrivate(), body.getBytes(UTF_8));
        reply.json(200, "sign: " + sign + "\r\n", body);
    }

    /** The orders that it has. */
    List<Integer> has() {
        return taken.entrySet().stream()
                .filter(one -> one.getValue().has)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() throws IOException {
        port.close();
    }
}
