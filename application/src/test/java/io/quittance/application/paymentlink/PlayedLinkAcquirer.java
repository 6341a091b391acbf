package io.quittance.application.paymentlink;

import io.quittance.application.account.Holder;
import io.quittance.application.store.Memory;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An upstream that answers, call by call, what the test tells it to. */
final class PlayedLinkAcquirer implements LinkAcquirer {
    static final LinkUrls URLS = new LinkUrls("https://up.example/abc", "https://up.example/abc.png");
    static final Exchange EXCHANGE = exchange(Duration.ofMillis(7));

    private final Memory memory;
    private final List<String> asked = new ArrayList<>();
    private final Deque<Supplier<Answer<Said>>> answers = new ArrayDeque<>();

    PlayedLinkAcquirer(Memory memory) {
        this.memory = memory;
    }

    static Exchange exchange(Duration took) {
        return new Exchange(
                Optional.of(Bytes.utf8("our request")), Optional.of(Bytes.utf8("its answer")), Optional.of(200), took);
    }

    static Answer<Said> taken() {
        return taken(false);
    }

    /** As what it knows the link is for the test to say. */
    static Answer<Said> taken(String number) {
        return new Answer.Taken<>(
                EXCHANGE,
                new Said.Has(
                        Optional.of(new UpstreamLinkId(number)),
                        URLS,
                        Optional.empty(),
                        PaymentLink.Terms.UNSAID,
                        false));
    }

    static Answer<Said> taken(boolean expired) {
        return taken(Optional.empty(), PaymentLink.Terms.UNSAID, expired);
    }

    static Answer<Said> taken(Optional<Instant> until, PaymentLink.Terms terms, boolean expired) {
        return new Answer.Taken<>(
                EXCHANGE, new Said.Has(Optional.of(new UpstreamLinkId("up-1")), URLS, until, terms, expired));
    }

    static Answer<Said> hasNot() {
        return new Answer.Taken<>(EXCHANGE, new Said.HasNot());
    }

    static Answer<Said> hadAlready() {
        return new Answer.Taken<>(EXCHANGE, new Said.HadAlready());
    }

    static Answer<Said> refused(String code) {
        return new Answer.Refused<>(EXCHANGE, new Failure(code, "says upstream"));
    }

    static Answer<Said> unknown() {
        return new Answer.Unknown<>(EXCHANGE, "no answer");
    }

    PlayedLinkAcquirer answers(Answer<Said> answer) {
        return answers(() -> answer);
    }

    PlayedLinkAcquirer answers(Supplier<Answer<Said>> answer) {
        answers.add(answer);
        return this;
    }

    /** What it was asked, call by call. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Answer<Said> create(Holder holder, PaymentLink link) {
        return ask("create");
    }

    @Override
    public Answer<Said> find(Holder holder, PaymentLink link) {
        return ask("find");
    }

    @Override
    public Answer<Said> expire(Holder holder, PaymentLink link) {
        return ask("expire");
    }

    private Answer<Said> ask(String what) {
        if (memory.busy()) {
            throw new AssertionError("called inside a transaction");
        }
        asked.add(what);
        return answers.removeFirst().get();
    }
}
