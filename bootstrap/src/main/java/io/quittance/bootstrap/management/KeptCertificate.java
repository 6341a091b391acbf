package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.domain.account.AccountId;
import io.quittance.http.notification.KnownTerms;
import io.quittance.http.terms.CertificateCard;
import io.quittance.http.terms.TlsTerms;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A certificate that we show, or that vouches for others, and that ends some day.
 *
 * @param whose as the metrics name it: {@code public}, an endpoint as {@code my-shop/books}, or {@code account 3}
 * @param what it is for, as the subject of a sentence
 */
public record KeptCertificate(String whose, String what, CertificateCard card) {
    public KeptCertificate {
        Objects.requireNonNull(whose, "whose");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(card, "card");
    }

    /** What the public port shows. */
    public static KeptCertificate ofPublicPort(CertificateCard shown) {
        return new KeptCertificate("public", "the certificate that the public port shows", shown);
    }

    /** Those of the terms on which endpoints are met; of endpoints that were removed none. */
    public static List<KeptCertificate> ofEndpoints(Merchants merchants, KnownTerms terms) {
        return terms.any()
                ? new RegisteredPlaces(merchants)
                        .all()
                        .flatMap(place -> of(
                                place.merchant().app() + "/" + place.endpoint().name(),
                                "the endpoint " + place.endpoint().name() + " of app "
                                        + place.merchant().app(),
                                terms.apply(place.endpoint().id())))
                        .toList()
                : List.of();
    }

    /** Those of the terms on which an account's acquirer is met. */
    public static Stream<KeptCertificate> ofAccount(AccountId account, TlsTerms terms) {
        return of("account " + account, "the acquirer of account " + account, terms);
    }

    private static Stream<KeptCertificate> of(String whose, String whom, TlsTerms terms) {
        return terms.cards()
                .map(card -> new KeptCertificate(
                        whose,
                        card.use().equals("shown")
                                ? "the certificate that " + whom + " is shown"
                                : "a certificate that has to vouch for " + whom,
                        card));
    }
}
