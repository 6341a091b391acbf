package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.json.Json;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A payment link that is there, over HTTP")
class PaymentLinkStandingOverHttpTest {
    private static final Instant IN_AN_HOUR = LiveGateway.NOW.plus(Duration.ofHours(1));

    private final LinkCaller caller = new LinkCaller();

    @AfterEach
    void stop() {
        caller.close();
    }

    @Nested
    class That_is_looked_at {
        @Test
        void tells_all_that_was_asked_for() {
            caller.created("look");

            Json.Obj data = caller.ask(Client.QUERY_LINK, Draft.about("look")).data();

            assertEquals("40000", Answer.text(data, "totalAmount"));
            assertEquals("ACTIVE", Answer.text(data, "linkStatus"));
            assertEquals("our own note", Answer.text(data, "linkDescription"));
            assertEquals(Optional.of(new Json.Arr(List.of())), data.field("payByLinkInfo"));
            Json.Obj goods = (Json.Obj) ((Json.Arr) data.field("goodsDetails").orElseThrow())
                    .items()
                    .getFirst();
            assertEquals("Shoes", Answer.text(goods, "goodsName"));
            assertEquals("20000", Answer.text(goods, "price"));
        }

        @Test
        void is_expired_to_the_second_whatever_the_worker_does() {
            caller.create(Draft.link("second").with("data.expiresTime", "\"3600\""));
            caller.gateway.clock.set(IN_AN_HOUR.minusMillis(1));
            assertEquals(
                    "ACTIVE",
                    Answer.text(
                            caller.ask(Client.QUERY_LINK, Draft.about("second")).data(), "linkStatus"));

            caller.gateway.clock.set(IN_AN_HOUR);
            assertEquals(
                    "EXPIRED",
                    Answer.text(
                            caller.ask(Client.QUERY_LINK, Draft.about("second")).data(), "linkStatus"));
            assertEquals(new PaymentLink.State.Active(), caller.kept("second").state(), "no worker ran");
        }

        @Test
        void is_unknown_if_nobody_or_another_merchant_made_it() {
            caller.created("mine");
            Draft neighbours = Draft.about("mine")
                    .with("appId", Draft.text(LiveGateway.NEIGHBOUR_APP))
                    .with("merchantNo", Draft.text(LiveGateway.NEIGHBOUR_NO));
            byte[] question = neighbours.with("requestId", Draft.text("1")).bytes();
            byte[] end = neighbours.with("requestId", Draft.text("2")).bytes();

            assertEquals(
                    "ORDER_NOT_EXIST",
                    caller.ask(Client.QUERY_LINK, Draft.about("nobodys")).code());
            assertEquals(
                    "ORDER_NOT_EXIST",
                    caller.ask(Client.QUERY_LINK, question, Keys.NEIGHBOUR).code());
            assertEquals(
                    "ORDER_NOT_EXIST",
                    caller.ask(Client.EXPIRE_LINK, end, Keys.NEIGHBOUR).code());
            assertEquals(new PaymentLink.State.Active(), caller.kept("mine").state());
        }
    }

    @Nested
    class That_is_ended {
        @Test
        void ends_at_the_time_of_the_call_and_answers_the_same_again() {
            caller.created("end");
            Instant called = caller.gateway.clock.move(Duration.ofSeconds(90));

            Answer answer = caller.ask(Client.EXPIRE_LINK, Draft.about("end"));
            caller.gateway.clock.move(Duration.ofSeconds(90));

            assertEquals("EXPIRED", Answer.text(answer.data(), "linkStatus"));
            assertEquals("2026-03-01T12:01:30.000Z", Answer.text(answer.data(), "expiresAt"));
            assertEquals(called, caller.kept("end").expiresAt());
            assertEquals(
                    answer.body(),
                    caller.ask(Client.EXPIRE_LINK, Draft.about("end")).body());
        }

        @Test
        void is_closed_if_it_is_paid() {
            caller.created("paid");
            byte[] news = Draft.linkNotification(caller.kept("paid")).bytes();
            new Client(caller.gateway)
                    .post("/payLinkResultNotifyUrl", news, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), news)));

            assertTrue(caller.kept("paid").isPaid());
            assertEquals(
                    "ORDER_CLOSED",
                    caller.ask(Client.EXPIRE_LINK, Draft.about("paid")).code());
            Json.Obj data = caller.ask(Client.QUERY_LINK, Draft.about("paid")).data();
            assertEquals("ACTIVE", Answer.text(data, "linkStatus"), "as the samples have it");
            assertFalse(((Json.Arr) data.field("payByLinkInfo").orElseThrow())
                    .items()
                    .isEmpty());
        }
    }
}
