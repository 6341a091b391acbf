package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** A company's application: it signs requests, and answers notifications at an endpoint of its own. */
final class TestMerchant implements AutoCloseable {
    static final String ACKNOWLEDGEMENT = "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    final String appId;
    final String merchantNo;
    final KeyPair keys;
    private final HttpServer server;
    private final Queue<Notice> notices = new ConcurrentLinkedQueue<>();
    private String host = "127.0.0.1";
    private volatile Function<Notice, Reply> answers = _ -> new Reply(200, ACKNOWLEDGEMENT);

    /** A notification as it came. */
    record Notice(byte[] body, String sign, boolean acknowledged) {
        JsonNode json() {
            return TestMerchant.json(body);
        }

        String requestId() {
            return json().at("/data/requestId").asText();
        }

        /** The merchant's own id of the order that it is about, whatever kind of order that is. */
        String about() {
            return Stream.of("/data/requestId", "/data/merchantLinkId", "/data/outTradeNo", "/orderId")
                    .map(place -> json().at(place).asText())
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** Our number of that order. */
        String number() {
            return Stream.of("/data/captureNo", "/data/linkId", "/data/tradeNo", "/tradeNo")
                    .map(place -> json().at(place).asText())
                    .filter(no -> !no.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** How it ended; of a link, how its payment did. */
        String result() {
            return Stream.of("/data/payByLinkInfo/0/status", "/data/status", "/status")
                    .map(place -> json().at(place).asText())
                    .filter(status -> !status.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    record Reply(int status, String body) {}

    /** An answer of the gateway. */
    record Answer(int status, byte[] body, String sign) {
        JsonNode json() {
            return TestMerchant.json(body);
        }

        String code() {
            return json().path("code").asText();
        }

        String captureNo() {
            return json().at("/data/captureNo").asText();
        }

        String state() {
            return json().at("/data/status").asText();
        }
    }

    TestMerchant(String appId, String merchantNo) throws IOException {
        this(appId, merchantNo, Rsa.newPair());
    }

    /** One that signs with these keys, as another does. */
    TestMerchant(String appId, String merchantNo, KeyPair keys) throws IOException {
        this.appId = appId;
        this.merchantNo = merchantNo;
        this.keys = keys;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String sign = exchange.getRequestHeaders().getFirst("sign");
            Reply reply = answers.apply(new Notice(body, sign, false));
            notices.add(new Notice(body, sign, reply.body().equals(ACKNOWLEDGEMENT)));
            byte[] answer = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    void answerBy(Function<Notice, Reply> rule) {
        answers = rule;
    }

    List<Notice> notices() {
        return new ArrayList<>(notices);
    }

    /** From now on its address has that name for a host. */
    TestMerchant called(String name) {
        host = name;
        return this;
    }

    String notifyUrl() {
        return "http://" + host + ":" + server.getAddress().getPort() + "/notify";
    }

    /** In one line, as PayerMax's portal has them. */
    String publicKey() {
        return line(keys.getPublic());
    }

    static String line(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** Registers it by the command line, as an operator would. */
    void register(GatewayProcess gateway, Path folder, String... more) throws IOException, InterruptedException {
        Path key = Rsa.writePublic(folder.resolve(appId + ".pem"), keys.getPublic());
        List<String> line = new ArrayList<>(List.of(
                "app",
                "add",
                "--app-id",
                appId,
                "--merchant-no",
                merchantNo,
                "--public-key",
                key.toString(),
                "--notify-url",
                notifyUrl()));
        line.addAll(List.of(more));
        GatewayProcess.Ran ran = gateway.run(line.toArray(String[]::new));
        if (ran.exit() != 0) {
            throw new AssertionError("app add ended with " + ran.exit() + ": " + ran.out() + ran.err());
        }
    }

    byte[] captureBody(String requestId, String amount) {
        return """
            {"version":"1.5","keyVersion":"1","requestTime":"%s","appId":"%s","merchantNo":"%s",\
            "data":{"requestId":"%s","outTradeNo":"O-%s","currency":"USD","amount":%s}}\
            """.formatted(Instant.now(), appId, merchantNo, requestId, requestId, amount)
                .getBytes(UTF_8);
    }

    /** A signed request to any API. @param data the JSON of its {@code data} */
    Answer ask(GatewayProcess gateway, String api, String data) throws IOException {
        byte[] body = """
            {"version":"1.4","keyVersion":"1","requestTime":"%s","appId":"%s","merchantNo":"%s","data":%s}\
            """.formatted(Instant.now(), appId, merchantNo, data).getBytes(UTF_8);
        return send(gateway, api, body, Rsa.sign(keys.getPrivate(), body));
    }

    Answer capture(GatewayProcess gateway, String requestId, String amount) throws IOException {
        byte[] body = captureBody(requestId, amount);
        return send(gateway, "capture", body, Rsa.sign(keys.getPrivate(), body));
    }

    /** @param remark what the simulator makes of it: SUCCESS, FAILED or BOUNCEBACK */
    Answer payout(GatewayProcess gateway, String outTradeNo, String amount, String remark) throws IOException {
        return ask(gateway, "paymentOrderPay", """
            {"outTradeNo":"%s","country":"US","trade":{"amount":"%s","currency":"USD"},"remark":"%s",\
            "payeeInfo":{"paymentMethodType":"BANK_TRANSFER","accountInfo":{"accountNo":"123456789"},\
            "name":{"fullName":"Grace Hopper"}}}\
            """.formatted(outTradeNo, amount, remark));
    }

    /** A payment link over 40.00 USD. */
    Answer link(GatewayProcess gateway, String merchantLinkId) throws IOException {
        return ask(gateway, "createPaybylink", """
            {"merchantLinkId":"%s","linkType":"ONETIME","country":"US","currency":"USD","totalAmount":"40.00",\
            "description":"Two tickets","userInfo":{"userId":"98"},"goodsDetails":[{"goodsName":"Ticket",\
            "goodsDescription":"Admits one","quantity":"2","price":"20.00","goodsCurrency":"USD",\
            "showUrl":"https://shop.example/ticket"}],"merchantInfo":{"contactEmail":"help@shop.example"}}\
            """.formatted(merchantLinkId));
    }

    static Answer send(GatewayProcess gateway, String api, byte[] body, String sign) throws IOException {
        HttpResponse<byte[]> response = Http.post(gateway.north(api), body, sign);
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("sign").orElse(""));
    }

    /** What could not be answered is asked again, as clients do: on a busy machine many wait too long for one lock. */
    static Answer insist(GatewayProcess gateway, String api, byte[] body, String sign) throws IOException {
        Instant end = Instant.now().plusSeconds(60);
        Answer answer = send(gateway, api, body, sign);
        while (answer.code().equals("SYSTEM_ERROR") && Instant.now().isBefore(end)) {
            answer = send(gateway, api, body, sign);
        }
        return answer;
    }

    static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(new String(body, UTF_8), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
