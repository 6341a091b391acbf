package io.quittance.application.capture;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.store.Memory;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An upstream that answers what the test tells it to. */
public final class PlayedAcquirer implements OperationAcquirer {
    public static final Exchange EXCHANGE = new Exchange(
            Optional.of(Bytes.utf8("our request")),
            Optional.of(Bytes.utf8("its answer")),
            Optional.of(200),
            Duration.ofMillis(7));

    private final Memory memory;
    private final List<Operation> asked = new ArrayList<>();
    private boolean knowsItsIds = true;
    private boolean canBeAsked;
    private int questions;
    private Supplier<Answer<Said>> next = () -> new Answer.Unknown<>(EXCHANGE, "nobody said what to answer");

    public PlayedAcquirer(Memory memory) {
        this.memory = memory;
    }

    public PlayedAcquirer answers(Answer<Said> answer) {
        return answers(() -> answer);
    }

    PlayedAcquirer answers(Supplier<Answer<Said>> answer) {
        next = answer;
        return this;
    }

    public PlayedAcquirer knowsItsIds(boolean known) {
        knowsItsIds = known;
        return this;
    }

    /** From now on it can be asked where an operation stands, or no longer. */
    PlayedAcquirer canBeAsked(boolean can) {
        canBeAsked = can;
        return this;
    }

    /** How often it was asked where one stands. */
    int questions() {
        return questions;
    }

    @Override
    public Optional<Question> question() {
        return canBeAsked ? Optional.of(this::where) : Optional.empty();
    }

    private Answer<Said> where(Holder holder, Operation operation) {
        if (memory.busy()) {
            throw new AssertionError("asked inside a transaction");
        }
        questions++;
        return next.get();
    }

    /** What it was handed, call by call. */
    public List<Operation> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Answer<Said> submit(Holder holder, Operation operation) {
        if (memory.busy()) {
            throw new AssertionError("called inside a transaction");
        }
        asked.add(operation);
        return next.get();
    }

    @Override
    public boolean knowsItsIds() {
        return knowsItsIds;
    }
}
