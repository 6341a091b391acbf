package io.quittance.bootstrap.management;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.application.repair.End;
import io.quittance.application.repair.RepairOrder;
import io.quittance.application.repair.RepairOrder.Outcome;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.text.ProtocolText;
import java.util.regex.Pattern;

/** Repairs straight where the orders are kept. */
public final class KeptRepairs implements Repairs {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,32}");
    private static final String USUAL_CODE = "PAYMENT_FAILED";
    private static final String USUAL_MESSAGE = "Payment failed.";

    private final RepairOrder orders;

    public KeptRepairs(RepairOrder orders) {
        this.orders = orders;
    }

    @Override
    public Done ask(By by) {
        ObjectRef about = about(by);
        return done(about, orders.ask(about, hand(by)));
    }

    @Override
    public Done settle(By by, Ending ending) {
        ObjectRef about = about(by);
        return done(about, orders.settle(about, end(ending), hand(by)));
    }

    private static ObjectRef about(By by) {
        return new ObjectRef(KeptStories.kind(by.kind()), by.number());
    }

    private static Hand hand(By by) {
        return new ByWhom(by.person(), by.reason()).hand();
    }

    /** What is told cannot be taken back, so nothing of it is cut in silence. */
    private static String code(String text) {
        if (!CODE.matcher(text).matches()) {
            throw new Trouble("The code is " + ProtocolText.excerpt(text)
                    + " (expected: 1 to 32 capital letters, digits and underscores, as BANK_CLOSED).");
        }
        return text;
    }

    private static String message(String text) {
        try {
            return ProtocolText.require("message", text.strip(), Failure.MAX_MESSAGE);
        } catch (IllegalArgumentException e) {
            throw new Trouble("What is wrong is the " + e.getMessage() + ".", e);
        }
    }

    private static End end(Ending ending) {
        return switch (ending.as()) {
            case "success" -> {
                if (ending.code().isPresent() || ending.message().isPresent()) {
                    throw new Trouble("A success has neither code nor message.");
                }
                yield new End.Success();
            }
            case "failed" ->
                new End.Failed(new Failure(
                        ending.code().map(KeptRepairs::code).orElse(USUAL_CODE),
                        ending.message().map(KeptRepairs::message).orElse(USUAL_MESSAGE)));
            default ->
                throw new Trouble("'as' is " + ProtocolText.excerpt(ending.as()) + " (expected: success or failed).");
        };
    }

    private static Done done(ObjectRef about, Outcome outcome) {
        String which = KeptStories.word(about.kind()) + " " + ProtocolText.excerpt(about.id());
        return switch (outcome) {
            case Outcome.Done() -> new Done(true);
            case Outcome.Already() -> new Done(false);
            case Outcome.Refused(var why) -> throw new Trouble("Nothing changed at " + which + ": " + why + ".");
            case Outcome.Unknown() -> throw new Trouble("There is no " + which + ".");
        };
    }
}
