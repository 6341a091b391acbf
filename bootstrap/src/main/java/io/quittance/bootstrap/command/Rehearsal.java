package io.quittance.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quittance.bootstrap.management.ManagementToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Calls commands as people call them most, against a service that this process plays, so that the virtual machine sees
 * what they load: the build has it write its cache of classes from that (ADR 0043). Leaves nothing behind.
 */
public final class Rehearsal {
    private static final List<String> LINES = List.of(
            "app list",
            "app show A",
            "account list",
            "endpoint list",
            "endpoint show A",
            "order list",
            "order list capture --state PENDING --older-than 24h",
            "order show N",
            "delivery list",
            "discrepancy list");

    /** What every one of these questions finds its answer in. */
    private static final String ANSWER = """
        {"apps":[{"appId":"A","merchantNo":"M","enabled":true,"notifyUrl":"http://a.example/n","payoutDialect":"v2",
        "keys":[{"id":"K","from":"2026-11-27T00:00:00Z"}],"upstream":{"appId":"A","merchantNo":"M"}}],
        "accounts":[{"id":"1","appId":"A","acquirer":"simulator","handles":"H","version":1,"serves":["capture"],
        "routes":["R"]}],
        "endpoints":[{"appId":"A","name":"registered","address":"http://a.example/n","dialect":"v2","kinds":["capture"],
        "state":"open","waiting":"0"}],
        "deliveries":[{"id":"1","kind":"capture","number":"N","row":1,"state":"waiting","attempt":0}],
        "discrepancies":[{"number":1,"state":"OPEN","at":"2026-11-27T00:00:00Z","why":"W","keyId":"K"}],
        "orders":[{"kind":"capture","number":"N","theirs":[{"field":"requestId","value":"R"}],"account":1,
        "state":"SUCCESS","detail":null,"amount":1.00,"currency":"USD","createdAt":"2026-11-27T00:00:00Z"}],
        "order":{"kind":"capture","number":"N","theirs":[{"field":"requestId","value":"R"}],"account":1,
        "state":"SUCCESS","amount":1.00,"currency":"USD","createdAt":"2026-11-27T00:00:00Z"},
        "journal":[{"row":1,"at":"2026-11-27T00:00:00Z","kind":"REQUESTED","note":"taken","body":"{}"}],
        "appId":"A","merchantNo":"M","notifyUrl":"http://a.example/n","payoutDialect":"v2",
        "name":"registered","dialect":"v2","address":"http://a.example/n","state":"open","waiting":"0","keys":[],"upstream":{"appId":"A","merchantNo":"M"}}
        """;

    /** More than all of it takes on a machine that does much else; the build goes on without the cache then. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().name("patience").daemon().start(Rehearsal::giveUp);
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Map<String, Integer> exits = rehearse(Commands::execute);
        Commands.execute("--help");
        Commands.execute("app", "--lst");
        Runtime.getRuntime()
                .halt(exits.values().stream().mapToInt(Integer::intValue).max().orElse(1));
    }

    private static void giveUp() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException _) {
            // It is over then, too.
        }
        Runtime.getRuntime().halt(1);
    }

    /** Each line, and how it ended. */
    static Map<String, Integer> rehearse(ToIntFunction<String[]> command) throws IOException {
        Map<String, Integer> exits = new LinkedHashMap<>();
        Path data = Files.createTempDirectory("quittance-rehearsal");
        try (ServerSocket played = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().name("played").daemon().start(() -> play(played));
            ManagementToken.open(data);
            Path running = Files.createDirectory(data.resolve("running"));
            String place = "http://127.0.0.1:" + played.getLocalPort() + "\n";
            Files.writeString(running.resolve(Integer.toString(played.getLocalPort())), place + place);
            for (String line : LINES) {
                exits.put(line, command.applyAsInt((line + " --data " + data).split(" ")));
            }
        } finally {
            remove(data);
        }
        return exits;
    }

    private static void play(ServerSocket played) {
        byte[] body = ANSWER.getBytes(UTF_8);
        String head = "HTTP/1.1 200 OK\r\ncontent-length: " + body.length + "\r\n\r\n";
        try {
            while (true) {
                try (Socket socket = played.accept()) {
                    BufferedReader asked = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                    String line = asked.readLine();
                    while (line != null && !line.isEmpty()) {
                        line = asked.readLine();
                    }
                    socket.getOutputStream().write(head.getBytes(UTF_8));
                    socket.getOutputStream().write(body);
                }
            }
        } catch (IOException _) {
            // It is over.
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
