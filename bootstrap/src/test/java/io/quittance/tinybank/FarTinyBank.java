package io.quittance.tinybank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quittance.application.upstream.RemoteAcquirerContract.Play;
import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TinyBank itself, on the loopback: takes captures, settles each when it is asked about it the second time. */
final class FarTinyBank implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");

    private final TinyBankShop shop;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Play play = Play.WORKS;

    FarTinyBank(TinyBankShop shop) throws IOException {
        this.shop = shop;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/captures", this::capture);
        server.createContext("/captures/status", this::status);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void plays(Play next) {
        play = next;
    }

    int captures() {
        return asked.size();
    }

    /** What it was asked to capture, body by body. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void capture(HttpExchange exchange) throws IOException {
        Bytes body = Bytes.of(exchange.getRequestBody().readAllBytes());
        if (!signed(exchange, body) || play == Play.KNOWS_US_NOT) {
            answer(exchange, 401, "{}", "");
            return;
        }
        bodies.add(body.asUtf8());
        String id = id(body);
        switch (play) {
            case WORKS ->
                answer(exchange, asked.putIfAbsent(id, 0) == null ? 200 : 409, said(id, "taken"), shop.secret());
            case REFUSES -> answer(exchange, 422, said(id, "refused"), shop.secret());
            case IS_BUSY -> answer(exchange, 429, "{}", shop.secret());
            case TALKS_NONSENSE -> answer(exchange, 200, "[1,2", shop.secret());
            case BREAKS_OFF -> exchange.close();
            case IS_SILENT -> silence(exchange);
            case IS_FORGED -> answer(exchange, 200, said(id, "settled"), "a stranger's");
            case FAILS, KNOWS_US_NOT -> answer(exchange, 500, "{}", shop.secret());
        }
    }

    private void status(HttpExchange exchange) throws IOException {
        Bytes body = Bytes.of(exchange.getRequestBody().readAllBytes());
        String id = id(body);
        if (!asked.containsKey(id)) {
            answer(exchange, 404, "{}", shop.secret());
            return;
        }
        answer(exchange, 200, said(id, asked.merge(id, 1, Integer::sum) > 1 ? "settled" : "taken"), shop.secret());
    }

    private void silence(HttpExchange exchange) throws IOException {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private boolean signed(HttpExchange exchange, Bytes body) {
        String mac = exchange.getRequestHeaders().getFirst(TinyBank.MAC);
        return shop.shop().equals(exchange.getRequestHeaders().getFirst(TinyBank.SHOP))
                && mac != null
                && shop.signed(body, mac);
    }

    private static String id(Bytes body) {
        Matcher id = ID.matcher(body.asUtf8());
        return id.find() ? id.group(1) : "";
    }

    private static String said(String id, String state) {
        return "{\"id\":\"" + id + "\",\"state\":\"" + state + "\",\"number\":\"TB-" + id + "\"}";
    }

    private static void answer(HttpExchange exchange, int status, String body, String secret) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (!secret.isEmpty()) {
            exchange.getResponseHeaders().set(TinyBank.MAC, new TinyBankShop("any", secret).mac(Bytes.of(bytes)));
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
