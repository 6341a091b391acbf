package io.quittance.application.capture;

import static io.quittance.application.store.Given.NOON;
import static io.quittance.application.store.Given.unique;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.util.Optional;
import java.util.stream.Stream;

/** New captures and cancels for a test, and what is told of them. */
public final class GivenOperations {
    private GivenOperations() {}

    /** A pending capture that nobody has kept yet. */
    public static Capture capture(MerchantId merchant) {
        return capture(merchant, unique("C"), unique("R"));
    }

    public static Capture capture(MerchantId merchant, String id, String request) {
        return Capture.requested(new CaptureId(id), asked(merchant, request), Money.of("100.50", "USD"), true);
    }

    /** A pending cancel that nobody has kept yet. */
    public static Cancel cancel(MerchantId merchant) {
        return Cancel.requested(new CancelId(unique("N")), asked(merchant, unique("R")));
    }

    private static Asked asked(MerchantId merchant, String request) {
        return new Asked(merchant, Given.account(merchant), new RequestId(request), new OutTradeNo("ORDER-1"), NOON);
    }

    /** A pending operation that nobody has kept yet. */
    public static Operation operation(Sort sort, MerchantId merchant) {
        return operation(sort, merchant, unique("C"), unique("R"));
    }

    public static Operation operation(Sort sort, MerchantId merchant, String id, String request) {
        return operation(operationId(sort, id), asked(merchant, request), Money.of("100.50", "USD"), true);
    }

    /** Of the sort that the number is of; amount and finality are only a capture's. */
    public static Operation operation(OperationId id, Asked asked, Money amount, boolean last) {
        return switch (id) {
            case CaptureId capture -> Capture.requested(capture, asked, amount, last);
            case CancelId cancel -> Cancel.requested(cancel, asked);
        };
    }

    /** Numbers that were never given before. */
    public static OperationIds operationIds() {
        return new OperationIds() {
            @Override
            public CaptureId nextCapture() {
                return new CaptureId(unique("C"));
            }

            @Override
            public CancelId nextCancel() {
                return new CancelId(unique("N"));
            }
        };
    }

    /** A report that says the terms of a capture, and not under which number. */
    public static Terms terms(OutTradeNo order, Money amount) {
        return new Terms(
                Optional.empty(), Optional.of(order), Optional.of(amount.amount()), Optional.of(amount.currency()));
    }

    /** The same report, told under that number. */
    public static Report under(Optional<UpstreamNo> number, Report report) {
        Terms told = report.terms();
        Terms terms = new Terms(number, told.order(), told.amount(), told.currency());
        return switch (report) {
            case Report.Processing _ -> new Report.Processing(terms);
            case Report.Settled(var _, var at) -> new Report.Settled(terms, at);
            case Report.Declined(var _, var at, var why) -> new Report.Declined(terms, at, why);
        };
    }

    /** By what a merchant knows its capture. */
    public static Key captureKey(String request) {
        return new Key(Sort.CAPTURE, new RequestId(request));
    }

    /** By what a merchant knows its cancel. */
    public static Key cancelKey(String request) {
        return new Key(Sort.CANCEL, new RequestId(request));
    }

    public static OperationId operationId(Sort sort, String id) {
        return switch (sort) {
            case CAPTURE -> new CaptureId(id);
            case CANCEL -> new CancelId(id);
        };
    }

    /** A kept capture of a new merchant. */
    public static Capture kept(Store store) {
        return kept(store, capture(Given.merchant(store).id()));
    }

    /** A kept operation of a new merchant. */
    public static Operation kept(Store store, Sort sort) {
        return kept(store, operation(sort, Given.merchant(store).id()));
    }

    public static <O extends Operation> O kept(Store store, O operation) {
        store.perform(() -> store.operations().add(operation));
        return operation;
    }

    /** A kept capture whose number falls into that shard. */
    public static Capture keptIn(Store store, MerchantId merchant, Shard shard) {
        String id = Stream.generate(() -> unique("C"))
                .filter(some -> Shard.of(ObjectRef.of(new CaptureId(some))).equals(shard))
                .findFirst()
                .orElseThrow();
        return kept(store, capture(merchant, id, unique("R")));
    }

    public static Operation succeeded(Operation operation) {
        return after(operation, new Report.Settled(Terms.UNSAID, NOON.plusSeconds(5)));
    }

    public static Operation failed(Operation operation, Failure why) {
        return after(operation, new Report.Declined(Terms.UNSAID, NOON.plusSeconds(5), why));
    }

    /** The same, once it has learned that number; the first that it learns stays. */
    public static Operation numbered(Operation operation, String number) {
        Terms terms =
                new Terms(Optional.of(new UpstreamNo(number)), Optional.empty(), Optional.empty(), Optional.empty());
        return after(operation, new Report.Processing(terms));
    }

    private static Operation after(Operation operation, Report report) {
        return operation.apply(report).after();
    }
}
