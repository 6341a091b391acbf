package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.quittance.application.account.Accounts;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.guard.Guard;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.PostLimits;
import io.quittance.http.payermax.FarAddress;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxCall;
import io.quittance.http.payermax.PayerMaxLinkAcquirer;
import io.quittance.http.payermax.PayerMaxOperationAcquirer;
import io.quittance.http.payermax.PayerMaxPassThrough;
import io.quittance.http.payermax.PayerMaxPayoutAcquirer;
import io.quittance.http.payermax.PayerMaxProbe;
import io.quittance.http.payermax.PayerMaxPublicKeys;
import io.quittance.http.payermax.PayerMaxReach;
import io.quittance.http.payermax.PayerMaxRelay;
import io.quittance.http.paymentlink.PaymentLinkCallback;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;

/** PayerMax, where an address of it is set. */
@Factory
@Requires(bean = PayerMaxBeans.Base.class)
final class PayerMaxBeans {
    private static final String WAITED_FOR = "waited for";

    /** Where PayerMax is. @param url as {@code https://pay-gate.payermax.com/aggregate-pay/api/gateway} */
    record Base(URI url) {}

    /** Connections of their own: what merchants ask while they wait must not take those of captures. */
    @Singleton
    @Named(WAITED_FOR)
    @Bean(preDestroy = "close")
    JsonPost waitedFor(Meters meters, OutwardBeans.Way way) {
        return meters.posts(
                "waited_for",
                new JsonPost(OutwardBeans.ROOM.waitedFor(), Release.number(), Guard.OPERATORS, way.proxy()));
    }

    @Singleton
    Acquirer payermax(
            Base base,
            Accounts accounts,
            @Named(OutwardBeans.UPSTREAM) JsonPost post,
            @Named(WAITED_FOR) JsonPost waitedFor,
            HeldAccounts held,
            Settings settings,
            InstantSource clock) {
        PayerMaxAccounts payermax = new PayerMaxAccounts(accounts);
        FarAddress address = new FarAddress(base.url());
        PayerMaxCall call = new PayerMaxCall(address, post, payermax::of, clock);
        PayerMaxCall quick = new PayerMaxCall(address, waitedFor, payermax::of, clock);
        PayerMaxOperationAcquirer operations = new PayerMaxOperationAcquirer(call, clock);
        URI links = URI.create(settings.publicUrl() + "/" + PaymentLinkCallback.NAME);
        return Acquirer.named(PayerMaxAccounts.PAYERMAX, new PayerMaxReach(address, new PayerMaxProbe(call, clock)))
                .capturing(operations)
                .cancelling(operations)
                .paying(new PayerMaxPayoutAcquirer(call, settings.publicUrl(), clock))
                .answering(new PayerMaxPassThrough(quick, held))
                .linking(new PayerMaxLinkAcquirer(quick, links))
                .relaying(new PayerMaxRelay(quick, PostLimits.WAITED_FOR.exchange(), settings.publicUrl()))
                .signing(new PayerMaxPublicKeys(payermax, clock));
    }
}
