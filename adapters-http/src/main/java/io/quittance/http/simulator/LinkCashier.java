package io.quittance.http.simulator;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.simulator.SimulatorDesk.Receipt;
import io.quittance.http.simulator.SimulatorDesk.Slip;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where payers pay the simulator's links. The payer picks how it ends, as on the page of PayerMax's own sandbox. A link has
 * one payment: its identity is the link's own, so whoever submits twice, or in two windows at once, pays once.
 */
public final class LinkCashier {
    private static final Failure FAILED = new Failure("PAYMENT_FAILED", "The payer picked failure.");

    private final SimulatorDesk desk;

    public LinkCashier(SimulatorDesk desk) {
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    /** How a payer pays. */
    public enum Method {
        CARD,
        WALLET,
        BANK_TRANSFER;

        /** What is told of it: {@code paymentDetails} with a made-up card, masked as PayerMax masks. */
        Bytes details() {
            return JsonWriter.object(o -> o.array("paymentDetails", List.of(this), (item, method) -> {
                item.text("targetOrg", method == CARD ? "" : "SIMULATOR").text("paymentMethodType", method.name());
                if (method == CARD) {
                    item.object(
                            "cardInfo",
                            card -> card.text("cardOrg", "VISA")
                                    .text("cardType", "DEBIT")
                                    .text("type", "PAN")
                                    .text("source", "CARD")
                                    .text("cardNumber", "411111****1111")
                                    .text("cardLast4", "1111"));
                }
            }));
        }
    }

    /** How an attempt ends, for the payer to pick. */
    public enum Outcome {
        SUCCESS,
        FAILED,
        PENDING
    }

    /** How an attempt has ended. */
    public sealed interface Result {
        /** This attempt paid the link. @param number its {@code outTradeNo} */
        record Paid(String number) implements Result {}

        /** Another attempt has paid it. */
        record PaidBefore() implements Result {}

        record Failed() implements Result {}

        record Pending() implements Result {}

        /** There was no such attempt, or the simulator does not have the link. */
        record Unknown() implements Result {}
    }

    /**
     * Pays, or does not. The same attempt again changes nothing, whatever it picks.
     *
     * @param attempt names the form that was submitted
     */
    public Result pay(Merchant merchant, PaymentLink link, String attempt, Method method, Outcome outcome) {
        Optional<SimulatedLink> known = known(merchant, link);
        if (known.isEmpty()) {
            return new Result.Unknown();
        }
        Result before = result(merchant, known.get(), attempt);
        if (!(before instanceof Result.Unknown)) {
            return before;
        }
        Bytes asked = SimulatedPayment.asked(known.get(), method, attempt);
        String id = known.get().id().value();
        return switch (outcome) {
            case SUCCESS -> {
                Receipt receipt = desk.take(
                        merchant.id(),
                        link.account(),
                        new Slip(SimulatedPayment.OPERATION, id, asked, Verdict.SUCCESS, Optional.empty()));
                yield paid(receipt.order(), attempt);
            }
            case FAILED -> unpaid(link, id + "/" + attempt, asked, Verdict.FAILED, Optional.of(FAILED));
            case PENDING -> unpaid(link, id + "/" + attempt, asked, Verdict.PENDING, Optional.empty());
        };
    }

    private Result unpaid(PaymentLink link, String request, Bytes asked, Verdict verdict, Optional<Failure> why) {
        Slip slip = new Slip(SimulatedPayment.ATTEMPT, request, asked, verdict, why);
        return unpaid(desk.note(link.merchant(), link.account(), slip).order());
    }

    /** Whether the simulator has that link. */
    public boolean has(Merchant merchant, PaymentLink link) {
        return known(merchant, link).isPresent();
    }

    /** How that attempt has ended. */
    public Result result(Merchant merchant, PaymentLink link, String attempt) {
        return known(merchant, link).map(one -> result(merchant, one, attempt)).orElseGet(Result.Unknown::new);
    }

    private Result result(Merchant merchant, SimulatedLink link, String attempt) {
        String id = link.id().value();
        return desk.find(merchant, SimulatedPayment.OPERATION, id)
                .map(payment -> paid(payment, attempt))
                .or(() -> desk.find(merchant, SimulatedPayment.ATTEMPT, id + "/" + attempt)
                        .map(LinkCashier::unpaid))
                .orElseGet(Result.Unknown::new);
    }

    private Optional<SimulatedLink> known(Merchant merchant, PaymentLink link) {
        return desk.find(merchant, SimulatedLink.OPERATION, link.request().value())
                .map(SimulatedLink::of);
    }

    private static Result paid(SimulatedOrder payment, String attempt) {
        return SimulatedPayment.attempt(payment).equals(attempt)
                ? new Result.Paid(payment.number())
                : new Result.PaidBefore();
    }

    private static Result unpaid(SimulatedOrder attempt) {
        return attempt.verdict() == Verdict.FAILED ? new Result.Failed() : new Result.Pending();
    }
}
