package io.quittance.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.quittance.http.server.CutConnections.Reason;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On a channel without a network, whose time we move. Patience is 30 seconds, idle 60. */
@DisplayName("A connection")
class TimekeeperTest {
    private static final String ASKING = "POST /a HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}";

    private final CutConnections cut = new CutConnections();
    private final EmbeddedChannel connection = new EmbeddedChannel(new HttpServerCodec());

    @BeforeEach
    void begins() {
        connection.freezeTime();
        ChannelHandlerContext codec = connection.pipeline().context(HttpServerCodec.class);
        Timekeeper timekeeper = new Timekeeper(ClientLimits.USUAL, cut, codec);
        connection.pipeline().addAfter(codec.name(), "messages", timekeeper);
        connection.pipeline().addFirst("bytes", timekeeper.bytes());
    }

    private void comes(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void after(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runPendingTasks();
    }

    private static DefaultFullHttpResponse answer(HttpResponseStatus status) {
        DefaultFullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(new byte[9]));
        answer.headers().set("Content-Length", 9);
        return answer;
    }

    private void isCutAfter(int seconds, Reason reason) {
        after(seconds - 1);
        assertTrue(connection.isOpen(), "before its time");

        after(1);

        assertFalse(connection.isOpen(), "in its time");
        assertEquals(1, cut.of(reason));
    }

    @Test
    void on_which_nothing_comes_is_cut() {
        isCutAfter(30, Reason.SLOW_REQUEST);
    }

    @Test
    void whose_header_drips_is_cut() {
        after(10);
        for (char letter : "POST /aaaaaaaaaaaaaaaaaaaaaa".toCharArray()) {
            comes(Character.toString(letter));
            after(1);
        }
        isCutAfter(2, Reason.SLOW_REQUEST);
    }

    @Test
    void whose_body_drips_is_cut() {
        comes("POST /a HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
        for (int second = 0; second < 28; second++) {
            after(1);
            comes("x");
        }
        isCutAfter(2, Reason.SLOW_REQUEST);
    }

    @Test
    void is_not_cut_while_we_work() {
        comes(ASKING);
        after(1_000);

        assertTrue(connection.isOpen());
    }

    @Test
    void whose_answer_is_not_taken_is_cut() {
        comes(ASKING);
        after(100);
        connection.write(answer(HttpResponseStatus.OK));

        isCutAfter(30, Reason.SLOW_ANSWER);
    }

    @Test
    void that_is_idle_is_cut_later() {
        comes(ASKING);
        connection.writeOutbound(answer(HttpResponseStatus.OK));

        isCutAfter(60, Reason.IDLE);
    }

    @Test
    void that_goes_on_asking_is_never_cut() {
        for (int times = 0; times < 20; times++) {
            comes(ASKING);
            after(20);
            connection.writeOutbound(answer(HttpResponseStatus.OK));
            after(50);
        }
        assertTrue(connection.isOpen());
    }

    @Test
    void whose_next_request_comes_with_the_first_has_its_time_for_that_one_too() {
        comes(ASKING + "POST /b HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
        after(50);
        connection.writeOutbound(answer(HttpResponseStatus.OK));

        isCutAfter(30, Reason.SLOW_REQUEST);
    }

    @Test
    void that_was_told_to_go_on_sending_was_not_answered_yet() {
        comes("POST /a HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        comes("{}");
        after(1_000);

        assertTrue(connection.isOpen(), "we work");
    }

    @Test
    void on_which_a_thousand_requests_come_at_once_is_cut_and_nothing_is_thrown() {
        comes(ASKING.repeat(1_000));

        connection.checkException();
        assertFalse(connection.isOpen());
        assertEquals(1, cut.of(Reason.TOO_MUCH_AT_ONCE));
    }

    @Test
    void that_its_client_ended_is_not_counted() {
        connection.close();
        after(1_000);

        assertEquals(0, cut.of(Reason.SLOW_REQUEST));
    }
}
