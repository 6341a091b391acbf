package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.replying;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.money.Currency;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.guard.Guard;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.MadeUpNames;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A PayerMax on the loopback with keys of its own, and an acquirer that asks it. */
final class Upstream implements AutoCloseable {
    static final KeyPair OURS = Given.keys();
    static final KeyPair THEIRS = Independent.keys();
    static final Merchant MERCHANT = merchant();
    static final PayerMaxSettings SETTINGS = settings(Optional.of(OURS.getPrivate()), Optional.of(THEIRS.getPublic()));
    static final Capture CAPTURE = GivenOperations.capture(MERCHANT.id(), "C1", "R1");
    static final String GUARDED = "http://127.0.0.1";
    static final String UNGUARDED = "http://upstream.test";
    static final String TAKEN = "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":{"
            + "\"captureNo\":\"20230806235954ED7856775040587834005\",\"requestId\":\"R1\",\"outTradeNo\":\"ORDER-1\","
            + "\"amount\":\"100.50\",\"currency\":\"USD\",\"status\":\"%s\",\"isFinal\":true,"
            + "\"createdTime\":\"2023-08-06T23:50:59 +0000\",\"succeededTime\":%s,\"failedTime\":%s,"
            + "\"errorCode\":%s,\"errorMsg\":null}}";
    static final String PENDING = TAKEN.formatted("PENDING", "null", "null", "null");
    static final Terms TERMS = new Terms(
            Optional.of(new UpstreamNo("20230806235954ED7856775040587834005")),
            Optional.of(new OutTradeNo("ORDER-1")),
            Optional.of(new BigDecimal("100.50")),
            Optional.of(new Currency("USD")));
    static final Holder HOLDER = new Holder(
            MERCHANT,
            new Account(
                    new AccountId(1),
                    MERCHANT.id(),
                    PayerMaxAccounts.PAYERMAX,
                    SETTINGS.name().handles(),
                    1));
    static final Instant SAID = Instant.parse("2023-08-06T23:51:02Z");

    final JsonPost post = new JsonPost(LoopbackServer.PATIENT, "test", Guard.OPERATORS, MadeUpNames.loopback());

    @Override
    public void close() {
        post.close();
    }

    Answer<Said> asked(String body) throws IOException {
        try (var server = answering(body)) {
            return acquirer(UNGUARDED, server).submit(HOLDER, CAPTURE);
        }
    }

    /** Upstream, answering signed. */
    static LoopbackServer answering(String body) {
        return replying(_ -> http("200 OK", signHeader("signed", body), body));
    }

    static String signHeader(String how, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return switch (how) {
            case "signed" -> "sign: " + Independent.sign(THEIRS.getPrivate(), bytes) + "\r\n";
            case "badly signed" -> "sign: " + Independent.sign(OURS.getPrivate(), bytes) + "\r\n";
            default -> "";
        };
    }

    PayerMaxOperationAcquirer acquirer(String host, LoopbackServer server) {
        return acquirer(URI.create(host + ":" + server.port() + "/aggregate-pay/api/gateway"));
    }

    static PayerMaxOperationAcquirer acquirer(URI base, JsonPost post) {
        return new PayerMaxOperationAcquirer(
                new PayerMaxCall(new FarAddress(base), post, _ -> SETTINGS, () -> Given.NOON), () -> Given.NOON);
    }

    PayerMaxOperationAcquirer acquirer(URI base) {
        return acquirer(base, SETTINGS);
    }

    PayerMaxOperationAcquirer acquirer(URI base, PayerMaxSettings settings) {
        return new PayerMaxOperationAcquirer(
                new PayerMaxCall(new FarAddress(base), post, _ -> settings, () -> Given.NOON), () -> Given.NOON);
    }

    static PayerMaxSettings settings(Optional<PrivateKey> ours, Optional<PublicKey> theirs) {
        return new PayerMaxSettings(
                new UpstreamName(new AppId("up-app"), new MerchantNo("UP1")),
                ours.map(key -> new Timed<>(key, new Term(Given.NOON, Optional.empty()))).stream()
                        .toList(),
                theirs.map(key -> new Timed<>(key, new Term(Given.NOON, Optional.empty()))).stream()
                        .toList());
    }

    private static Merchant merchant() {
        return new Merchant(
                new MerchantId(1),
                new AppId("app"),
                new MerchantNo("M1"),
                true,
                URI.create("http://merchant.test/"),
                PayoutDialect.V2,
                List.of(),
                List.of(),
                Optional.empty(),
                NotifyHosts.REGISTERED);
    }

    static String why(Answer<?> answer) {
        return switch (answer) {
            case Answer.Taken<?> _, Answer.Refused<?> _ -> "";
            case Answer.NotProcessed<?>(var _, var why, var _) -> why;
            case Answer.Misconfigured<?>(var _, var why) -> why;
            case Answer.Unknown<?>(var _, var why) -> why;
        };
    }

    /** The exchange of an answer, but for how long it took. */
    static Exchange exchange(String body) {
        return new Exchange(Optional.empty(), Optional.of(Bytes.utf8(body)), Optional.of(200), Duration.ZERO);
    }

    static Answer<Said> timeless(Answer<Said> answer) {
        Exchange exchange = new Exchange(
                Optional.empty(),
                answer.exchange().response(),
                answer.exchange().status(),
                Duration.ZERO);
        return switch (answer) {
            case Answer.Taken<Said>(var _, var said) -> new Answer.Taken<>(exchange, said);
            case Answer.Refused<Said>(var _, var why) -> new Answer.Refused<>(exchange, why);
            case Answer.NotProcessed<Said>(var _, var why, var tried) ->
                new Answer.NotProcessed<>(exchange, why, tried);
            case Answer.Misconfigured<Said>(var _, var why) -> new Answer.Misconfigured<>(exchange, why);
            case Answer.Unknown<Said>(var _, var why) -> new Answer.Unknown<>(exchange, why);
        };
    }

    /** A request of that API, which wants its results told nowhere in particular. */
    static Relay relay(String api) {
        return new Relay(
                new RelayId("RL1"),
                MERCHANT.id(),
                Given.account(MERCHANT.id()),
                new ApiName(api),
                Optional.empty(),
                Given.NOON);
    }
}
