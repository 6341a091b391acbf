package io.quittance.application.payout;

import io.quittance.application.account.Holder;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An upstream that answers what the test tells it to. */
final class PlayedPayoutAcquirer implements PayoutAcquirer {
    static final Exchange EXCHANGE = new Exchange(
            Optional.of(Bytes.utf8("our request")),
            Optional.of(Bytes.utf8("its answer")),
            Optional.of(200),
            Duration.ofMillis(7));

    private final List<String> asked = new ArrayList<>();
    private final List<Instruction> instructed = new ArrayList<>();
    private boolean knowsItsIds;
    private Supplier<Answer<Said>> next = () -> unknown();

    static Answer<Said> taken(Said said) {
        return new Answer.Taken<>(EXCHANGE, said);
    }

    static Answer<Said> has() {
        return taken(new Said.Has(Optional.of(PayoutScene.NUMBER), Optional.empty()));
    }

    static Answer<Said> has(Payout.Report report) {
        return taken(new Said.Has(Optional.of(PayoutScene.NUMBER), Optional.of(report)));
    }

    static Answer<Said> hasNot() {
        return taken(new Said.HasNot());
    }

    static Answer<Said> refused() {
        return new Answer.Refused<>(EXCHANGE, new Failure("INVALID_ACCOUNT", "no such account"));
    }

    static Answer<Said> unknown() {
        return new Answer.Unknown<>(EXCHANGE, "timed out");
    }

    static Answer<Said> notProcessed() {
        return new Answer.NotProcessed<>(EXCHANGE, "not connected");
    }

    PlayedPayoutAcquirer answers(Answer<Said> answer) {
        next = () -> answer;
        return this;
    }

    /** Whatever happens while it is asked. */
    PlayedPayoutAcquirer answers(Supplier<Answer<Said>> answer) {
        next = answer;
        return this;
    }

    PlayedPayoutAcquirer breaks() {
        next = () -> {
            throw new IllegalStateException("the process died");
        };
        return this;
    }

    PlayedPayoutAcquirer knowsItsIds(boolean known) {
        knowsItsIds = known;
        return this;
    }

    /** What it was asked, call by call: {@code pay} with the words, or {@code query}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The same payments, in our words. */
    List<Instruction> instructed() {
        return List.copyOf(instructed);
    }

    @Override
    public Answer<Said> pay(Holder holder, Payout payout, Asked what) {
        asked.add("pay " + what.words().asUtf8());
        instructed.add(what.instruction());
        return next.get();
    }

    @Override
    public Answer<Said> query(Holder holder, Payout payout) {
        asked.add("query");
        return next.get();
    }

    @Override
    public boolean knowsItsIds() {
        return knowsItsIds;
    }
}
