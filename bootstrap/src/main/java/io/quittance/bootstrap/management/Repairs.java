package io.quittance.bootstrap.management;

import java.util.Optional;

/** What persons do to orders that do not end by themselves, as the command line and the management API speak of it. */
public interface Repairs {
    /** Asks upstream now. @throws Trouble if that cannot be, or the wish makes no sense; nothing is changed then */
    Done ask(By by);

    /** Ends the order on a person's word. @throws Trouble as above */
    Done settle(By by, Ending ending);

    /**
     * @param kind as {@code capture} or {@code payment-link}
     * @param number ours
     */
    record By(String kind, String number, String reason, String person) {}

    /**
     * @param as {@code success} or {@code failed}
     * @param code what its merchant is told of a failure; empty for the protocol's own of that kind
     */
    record Ending(String as, Optional<String> code, Optional<String> message) {}

    /** @param changed false if it was so already */
    record Done(boolean changed) {}
}
