package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.notification.Dialect;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.paymentlink.LinkFacts;
import io.quittance.http.paymentlink.LinkNotificationWire;
import io.quittance.http.paymentlink.LinkNotificationWire.Payment;
import io.quittance.http.paymentlink.LinkTexts;
import io.quittance.http.simulator.LinkCashier.Method;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.Optional;

/** A payment by a link at the simulator, and how it is told. The simulator's number of it is the {@code outTradeNo}. */
public final class SimulatedPayment implements SimulatedResults {
    /** The operation under which a link's one payment is kept; its request is the simulator's id of the link. */
    static final String OPERATION = "paybylink-payment";

    /** The operation of attempts that paid nothing; their requests are the link's id and the attempt's. */
    static final String ATTEMPT = "paybylink-attempt";

    private static final String CALLBACK = "payLinkResultNotifyUrl";

    /** What is kept of a payment: enough to tell it, whatever becomes of the link. */
    static Bytes asked(SimulatedLink link, Method method, String attempt) {
        return JsonWriter.object(order -> {
            order.text("attempt", attempt).text("method", method.name());
            link.write(order);
        });
    }

    /** Which attempt made it. */
    static String attempt(SimulatedOrder order) {
        try {
            return Fields.of(LinkTexts.object(order.asked())).text("attempt");
        } catch (Refusal e) {
            throw unreadable(order, e);
        }
    }

    @Override
    public String operation() {
        return OPERATION;
    }

    @Override
    public Telling telling(Holder holder, SimulatedOrder order, Instant now) {
        try {
            Fields kept = Fields.of(LinkTexts.object(order.asked()));
            SimulatedLink link = SimulatedLink.within(kept);
            LinkFacts facts = new LinkFacts(
                    link.id(), link.request(), link.urls(), !now.isBefore(link.expiresAt()), link.expiresAt());
            LinkTransaction transaction = new LinkTransaction(
                    new TransactionNo(order.number()),
                    Status.SUCCESS,
                    Optional.of(order.settledAt()),
                    Optional.of(Method.valueOf(kept.text("method")).details()));
            Payment payment = new Payment(facts, link.amount(), link.country(), link.linkDescription(), transaction);
            return new Telling(
                    CALLBACK,
                    Dialect.ENVELOPED,
                    LinkNotificationWire.write(
                            UpstreamName.of(holder.account()).app(),
                            UpstreamName.of(holder.account()).no(),
                            now,
                            payment));
        } catch (Refusal e) {
            throw unreadable(order, e);
        }
    }

    private static IllegalStateException unreadable(SimulatedOrder order, Refusal why) {
        return new IllegalStateException("the simulator's payment " + order.number() + " cannot be read", why);
    }

    @Override
    public Optional<Instant> next(SimulatedOrder order, Instant now) {
        return Optional.empty();
    }
}
