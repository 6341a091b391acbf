package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.endtoend.Await;
import io.quittance.bootstrap.endtoend.GatewayProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The instances, each a process, with their lines to the database, to upstream, and to whoever calls them. */
final class Fleet implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(3);

    private final List<GatewayProcess> processes = new ArrayList<>();
    private final List<Line> fronts = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private volatile boolean watched;

    /** @param toDatabase one line for each of its servers */
    record Member(GatewayProcess process, Line front, List<Line> toDatabase, Line toUpstream) {}

    /** @param count how many */
    Fleet(int count, Path folder) throws IOException {
        for (int i = 0; i < count; i++) {
            processes.add(new GatewayProcess(folder.resolve("instance-" + i)));
            fronts.add(new Line(processes.get(i).port()));
        }
    }

    /** Starts them, the first one first: it makes the keys that the others share. @param clock of the last one */
    void start(Database database, int upstream, Clock clock) throws IOException {
        for (int i = 0; i < processes.size(); i++) {
            List<Line> toDatabase = new ArrayList<>();
            for (int port : database.ports()) {
                toDatabase.add(new Line(port));
            }
            Member member = new Member(processes.get(i), fronts.get(i), toDatabase, new Line(upstream));
            members.add(member);
            configure(member, database);
            if (i == processes.size() - 1) {
                clock.hang(member.process());
            }
            if (i == 0) {
                member.process().start();
            } else {
                shareKeys(member.process());
                member.process().launch();
            }
        }
        awaitReady();
    }

    private static void configure(Member member, Database database) {
        member.process()
                .with("QUITTANCE_HOST", "127.0.0.1")
                .with("QUITTANCE_UPSTREAM", "payermax")
                .with("QUITTANCE_UPSTREAM_URL", base(member.toUpstream()))
                .with(
                        "QUITTANCE_PUBLIC_URL",
                        "http://127.0.0.1:" + member.front().port());
        if (!member.toDatabase().isEmpty()) {
            List<Integer> ports = member.toDatabase().stream().map(Line::port).toList();
            member.process().with("QUITTANCE_DB_URL", database.url(ports));
        }
    }

    private void shareKeys(GatewayProcess process) {
        Path keys = processes.getFirst().data().resolve("keys");
        process.with(
                        "QUITTANCE_GATEWAY_KEY",
                        keys.resolve("gateway-private-key.pem").toString())
                .with("QUITTANCE_BODY_KEY", keys.resolve("body-key").toString())
                .with("QUITTANCE_AUDIT_KEY", keys.resolve("audit-key").toString());
    }

    private static String base(Line line) {
        return "http://127.0.0.1:" + line.port() + "/aggregate-pay/api/gateway";
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    List<Line> fronts() {
        return List.copyOf(fronts);
    }

    PublicKey gatewayKey() throws IOException {
        return members.getFirst().process().gatewayKey();
    }

    /** Tells the first instance of all merchants; comes back when each instance knows each, by its own clock. */
    void register(List<Shop> shops) throws IOException {
        for (Shop shop : shops) {
            processes.getFirst().register(shop.form());
        }
        for (GatewayProcess process : processes) {
            for (Shop shop : shops) {
                Await.until(shop.appId() + " is known", KNOWN_WITHIN, () -> process.knows(shop.appId()));
            }
        }
    }

    /** Starts again whatever ends by itself, as an operator's supervisor does. */
    void watch(Ledger ledger) {
        watched = true;
        Thread.ofVirtual().start(() -> {
            try {
                while (watched) {
                    Thread.sleep(1_000);
                    for (Member member : members) {
                        synchronized (member.process()) {
                            if (watched && !member.process().alive()) {
                                ledger.count("instance ended by itself and was started again");
                                member.process().launch();
                            }
                        }
                    }
                }
            } catch (InterruptedException | IOException e) {
                ledger.faults.add("the supervisor: " + e);
            }
        });
    }

    /** All lines mended, all processes there and ready. */
    void heal() throws IOException {
        for (Member member : members) {
            member.front().mend();
            member.toUpstream().mend();
            member.toDatabase().forEach(Line::mend);
            member.process().signal("CONT");
        }
        awaitReady();
    }

    private void awaitReady() {
        for (Member member : members) {
            Await.until(
                    () -> "ready; it printed:\n" + tail(member.process().printed()),
                    READY_WITHIN,
                    () -> member.process().ready());
        }
    }

    private static String tail(String printed) {
        return printed.substring(Math.max(0, printed.length() - 4_000));
    }

    int lostCommits() {
        return members.stream()
                .flatMap(member -> member.toDatabase().stream())
                .mapToInt(Line::lostCommits)
                .sum();
    }

    @Override
    public void close() throws IOException {
        watched = false;
        for (GatewayProcess process : processes) {
            synchronized (process) {
                process.close();
            }
        }
        for (Line front : fronts) {
            front.close();
        }
        for (Member member : members) {
            member.toUpstream().close();
            for (Line line : member.toDatabase()) {
                line.close();
            }
        }
    }
}
