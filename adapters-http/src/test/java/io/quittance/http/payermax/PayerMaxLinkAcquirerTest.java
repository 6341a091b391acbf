package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static io.quittance.http.payermax.Upstream.HOLDER;
import static io.quittance.http.payermax.Upstream.MERCHANT;
import static io.quittance.http.payermax.Upstream.OURS;
import static io.quittance.http.payermax.Upstream.answering;
import static io.quittance.http.payermax.Upstream.signHeader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Currency;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Terms;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Page;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.LoopbackServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A link at PayerMax")
@Timeout(60)
class PayerMaxLinkAcquirerTest {
    private static final String DATA =
            "{\"merchantLinkId\":\"paylinktest001\",\"notifyUrl\":\"https://merchant.example\","
                    + "\"totalAmount\":40000.0,\"notUnderstood\":{\"a\":[1e5,null,true]}}";
    private static final PaymentLink LINK = link();

    private final Upstream upstream = new Upstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private static PaymentLink link() {
        PaymentLink some = Given.link(MERCHANT.id(), "ours", "paylinktest001");
        Offer offer = some.offer();
        return some.renewed(
                new Offer(offer.amount(), offer.country(), offer.notifyUrl(), offer.digest(), Bytes.utf8(DATA)),
                Given.NOON,
                Duration.ofDays(1),
                Given.NOON);
    }

    private PayerMaxLinkAcquirer acquirer(LoopbackServer server) {
        return new PayerMaxLinkAcquirer(
                new PayerMaxCall(
                        new FarAddress(server.url("/api")), upstream.post, _ -> Upstream.SETTINGS, () -> Given.NOON),
                URI.create("https://ours.example/payLinkResultNotifyUrl"));
    }

    @Test
    void is_asked_for_with_the_request_as_it_came_but_told_to_us() throws IOException {
        try (var server = answering(Page.example("create-link/response.json"))) {
            Answer<Said> answer = acquirer(server).create(HOLDER, LINK);

            var request = server.received().getFirst();
            assertEquals("POST /api/createPaybylink HTTP/1.1", request.line());
            assertEquals(
                    "{\"version\":\"1.4\",\"keyVersion\":\"1\",\"requestTime\":\"2026-03-01T12:00:00.123Z\","
                            + "\"appId\":\"up-app\",\"merchantNo\":\"UP1\",\"data\":{"
                            + "\"merchantLinkId\":\"paylinktest001\",\"totalAmount\":40000.0,"
                            + "\"notUnderstood\":{\"a\":[1e5,null,true]},"
                            + "\"notifyUrl\":\"https://ours.example/payLinkResultNotifyUrl/app\"}}",
                    request.text());
            assertTrue(Independent.verifies(OURS.getPublic(), request));
            assertEquals(
                    new Said.Has(
                            Optional.of(new UpstreamLinkId("iwockllp")),
                            new LinkUrls("https://www.payermax.link/qltvlsd", "https://www.payermax.link/imagesqrcode"),
                            Optional.of(Instant.parse("2022-11-01T02:00:00Z")),
                            Terms.UNSAID,
                            false),
                    taken(answer));
        }
    }

    @Test
    void is_looked_at_with_the_terms_that_it_was_made_for() throws IOException {
        String page = Page.example("query-link/response.json").replace("paybylinktest001", "paylinktest001");
        try (var server = answering(page)) {
            Said.Has said = taken(acquirer(server).find(HOLDER, LINK));

            assertEquals(
                    "POST /api/queryPaybylink HTTP/1.1",
                    server.received().getFirst().line());
            assertTrue(
                    server.received().getFirst().text().endsWith("\"data\":{\"merchantLinkId\":\"paylinktest001\"}}"));
            assertEquals(
                    new Terms(Optional.of(new BigDecimal("10000")), Optional.of(new Currency("IDR"))), said.terms());
        }
    }

    @Test
    void is_ended_whatever_status_the_answer_names() throws IOException {
        String page = Page.example("expire-link/response.json").replace("paybylinktest001", "paylinktest001");
        try (var server = answering(page)) {
            taken(acquirer(server).expire(HOLDER, LINK));

            assertEquals(
                    "POST /api/expirePaybylink HTTP/1.1",
                    server.received().getFirst().line());
        }
    }

    private static Said.Has taken(Answer<Said> answer) {
        if (answer instanceof Answer.Taken<Said>(var _, Said.Has said)) {
            return said;
        }
        throw new AssertionError(answer.asLine());
    }

    @Test
    void is_there_already_or_is_not_there_rather_than_refused_by_the_codes_that_say_so() throws IOException {
        try (var server = answering("{\"code\":\"ORDER_REPEAT\",\"msg\":\"again\"}")) {
            assertEquals(new Said.HadAlready(), said(acquirer(server).create(HOLDER, LINK)));
            assertInstanceOf(Answer.Refused.class, acquirer(server).expire(HOLDER, LINK));
        }
        try (var server = answering("{\"code\":\"ORDER_NOT_EXIST\",\"msg\":\"none\"}")) {
            assertEquals(new Said.HasNot(), said(acquirer(server).find(HOLDER, LINK)));
            assertInstanceOf(Answer.Refused.class, acquirer(server).expire(HOLDER, LINK));
        }
    }

    private static Said said(Answer<Said> answer) {
        return assertInstanceOf(Answer.Taken.class, answer).said() instanceof Said said ? said : fail(answer.asLine());
    }

    @Test
    void is_refused_in_upstreams_words() throws IOException {
        try (var server = answering("{\"code\":\"CONTRACT_INVALID\",\"msg\":\"not signed\",\"data\":7}")) {
            var refused =
                    assertInstanceOf(Answer.Refused.class, acquirer(server).create(HOLDER, LINK));

            assertEquals(new Failure("CONTRACT_INVALID", "not signed"), refused.why());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "signed, '{\"code\":\"APPLY_SUCCESS\",\"msg\":\"\"}'",
        "signed, '{\"code\":\"APPLY_SUCCESS\",\"data\":{\"merchantLinkId\":\"paylinktest001\"}}'",
        "signed,"
            + " '{\"code\":\"APPLY_SUCCESS\",\"data\":{\"merchantLinkId\":\"other\",\"linkUrl\":\"https://x.example\"}}'",
        "unsigned, '{\"code\":\"APPLY_SUCCESS\",\"data\":{\"merchantLinkId\":\"paylinktest001\",\"linkUrl\":\"x\"}}'",
        "signed, '{\"code\":\"SYSTEM_ERROR\"}'",
        "signed, '[]'",
        "signed, 'busy'"
    })
    void is_in_doubt_after_any_other_answer(String sign, String body) throws IOException {
        try (var server = replying(_ -> http("200 OK", signHeader(sign, body), body))) {
            Answer<Said> answer = acquirer(server).create(HOLDER, LINK);

            assertInstanceOf(Answer.Unknown.class, answer);
        }
    }
}
