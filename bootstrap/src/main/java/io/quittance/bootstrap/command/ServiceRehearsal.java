package io.quittance.bootstrap.command;

import io.quittance.bootstrap.management.RunningServices;
import io.quittance.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Has a service do what services do, on a folder and ports of its own, and stops it in good order: the build has its virtual
 * machine write the cache of classes and profiles that {@code serve} starts with (ADR 0052). Leaves nothing else behind.
 */
public final class ServiceRehearsal {
    /** Orders of all kinds, three times, so that the machine sees what is called often; and what a person looks at. */
    private static final List<String> LINES = List.of(
            "demo",
            "demo",
            "demo",
            "app list",
            "endpoint list",
            "order list capture",
            "order list payout",
            "audit verify");

    /** More than all of it takes on a machine that does much else; the build goes on without the cache then. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long LOOKS_MILLIS = 50;

    private ServiceRehearsal() {}

    /** @param args the options of Java with which the service is started, the jar among them */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        Runtime.getRuntime().halt(rehearse(args, Commands::execute) ? 0 : 1);
    }

    /** Whether the service came up, answered every line, and ended by itself when it was asked to. */
    static boolean rehearse(String[] options, ToIntFunction<String[]> command)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Path data = Files.createTempDirectory("quittance-rehearsal");
        Process service = started(options, data);
        try {
            boolean done = isUp(service, data, end);
            for (String line : LINES) {
                done = done && command.applyAsInt((line + " --data " + data).split(" ")) == 0;
            }
            service.destroy();
            return service.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS) && done;
        } finally {
            service.destroyForcibly().waitFor();
            Rehearsal.remove(data);
        }
    }

    private static Process started(String[] options, Path data) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(options));
        line.add("serve");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUITTANCE_"));
        builder.environment().put("QUITTANCE_DATA", data.toString());
        builder.environment().put("QUITTANCE_SIMULATOR_DELAY", "1ms");
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            builder.environment().put("QUITTANCE_PORT", Integer.toString(one.getLocalPort()));
            builder.environment().put("QUITTANCE_MANAGEMENT_PORT", Integer.toString(other.getLocalPort()));
        }
        return builder.start();
    }

    private static boolean isUp(Process service, Path data, long end) throws InterruptedException {
        Settings settings = Settings.load(Optional.of(data));
        boolean up = false;
        while (!up && service.isAlive() && System.nanoTime() < end) {
            Thread.sleep(LOOKS_MILLIS);
            up = !RunningServices.announced(settings).isEmpty();
        }
        return up;
    }
}
