package io.quittance.application.merchant;

import io.quittance.application.registration.FieldChange;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be another way at a merchant; what is left out stays as it is. */
public record MerchantChange(
        Optional<MerchantNo> no,
        Optional<URI> notifyUrl,
        Optional<PayoutDialect> payoutDialect,
        Optional<Boolean> enabled,
        Optional<EndpointChange> endpoint,
        Optional<NotifyHosts> hosts) {
    public static final MerchantChange NONE = new MerchantChange(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public MerchantChange {
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        Objects.requireNonNull(enabled, "enabled");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(hosts, "hosts");
    }

    /** One that leaves the hosts as they are. */
    public MerchantChange(
            Optional<MerchantNo> no,
            Optional<URI> notifyUrl,
            Optional<PayoutDialect> payoutDialect,
            Optional<Boolean> enabled,
            Optional<EndpointChange> endpoint) {
        this(no, notifyUrl, payoutDialect, enabled, endpoint, Optional.empty());
    }

    /** That it is told its results elsewhere. */
    public static MerchantChange to(URI notifyUrl) {
        return new MerchantChange(
                Optional.empty(), Optional.of(notifyUrl), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** That its requests are taken, or refused. */
    public static MerchantChange enabled(boolean enabled) {
        return new MerchantChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(enabled), Optional.empty());
    }

    /** That one of its further endpoints is another way, is there, or is gone. */
    public static MerchantChange of(EndpointChange endpoint) {
        return new MerchantChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(endpoint));
    }

    /** How that merchant is then. @throws IllegalArgumentException if an endpoint cannot be as it is wanted */
    public Merchant made(Merchant before) {
        return new Merchant(
                before.id(),
                before.app(),
                no.orElse(before.no()),
                enabled.orElse(before.enabled()),
                notifyUrl.orElse(before.notifyUrl()),
                payoutDialect.orElse(before.payoutDialect()),
                before.keys(),
                endpoint.map(change -> change.made(before)).orElse(before.endpoints()),
                before.removedAt(),
                hosts.orElse(before.hosts()));
    }

    private static String words(NotifyHosts hosts) {
        return hosts.equals(NotifyHosts.REGISTERED) ? "none" : hosts.toString();
    }

    /** What of it differs from how that merchant is. */
    public List<FieldChange> at(Merchant merchant) {
        Merchant then = made(merchant);
        Stream<FieldChange> own = Stream.of(
                        FieldChange.between("merchant-no", merchant.no(), then.no()),
                        FieldChange.between("notify-url", merchant.notifyUrl(), then.notifyUrl()),
                        FieldChange.between(
                                "payout-dialect",
                                merchant.payoutDialect().word(),
                                then.payoutDialect().word()),
                        FieldChange.between("enabled", merchant.enabled(), then.enabled()),
                        FieldChange.between("hosts", words(merchant.hosts()), words(then.hosts())))
                .flatMap(Optional::stream);
        Stream<FieldChange> further = endpoint.stream().flatMap(change -> change.at(merchant, then));
        return Stream.concat(own, further).toList();
    }
}
