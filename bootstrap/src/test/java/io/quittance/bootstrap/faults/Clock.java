package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.endtoend.GatewayProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A clock that is wrong, by way of {@code faketime} where that is installed: the product has no setting for lies. */
record Clock(int secondsOff, Optional<String> library) {
    static Clock off(int seconds) {
        return new Clock(seconds, seconds == 0 ? Optional.empty() : library(seconds));
    }

    private static Optional<String> library(int seconds) {
        try {
            Process asked = new ProcessBuilder("faketime", "-f", seconds + "s", "printenv", "LD_PRELOAD").start();
            String path = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return asked.waitFor() == 0 && !path.isEmpty() ? Optional.of(path) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** From its next start on, that instance has this clock; durations stay true, and timed waits do not spin. */
    void hang(GatewayProcess process) {
        library.ifPresent(path -> process.with("LD_PRELOAD", path)
                .with("FAKETIME", secondsOff + "s")
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .with("FAKETIME_FORCE_MONOTONIC_FIX", "0"));
    }

    /** What cannot be had, in words for the report. */
    List<String> misses() {
        return secondsOff != 0 && library.isEmpty() ? List.of("clock skew: no faketime on the PATH") : List.of();
    }
}
