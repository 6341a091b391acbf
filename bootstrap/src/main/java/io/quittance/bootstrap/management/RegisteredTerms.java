package io.quittance.bootstrap.management;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.bootstrap.management.Endpoints.Certificate;
import io.quittance.bootstrap.management.RegisteredPlaces.Place;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.http.notification.KnownTerms;
import io.quittance.http.notification.KnownTerms.Versioned;
import io.quittance.http.terms.TermsWish;
import io.quittance.http.terms.TlsTerms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The terms of TLS of endpoints, straight from where they are kept. */
record RegisteredTerms(KnownTerms terms) {
    List<Certificate> certificates(Endpoint endpoint) {
        return terms.apply(endpoint.id())
                .cards()
                .map(card -> new Certificate(
                        card.use(),
                        card.subject(),
                        card.fingerprint(),
                        card.until().toString()))
                .toList();
    }

    /**
     * @return whether anything differs now
     * @throws Trouble if something cannot be used, or was changed at the same moment
     */
    boolean change(Place place, TermsWish wish, Deed deed) {
        Endpoint endpoint = place.endpoint();
        Versioned before = terms.now(endpoint.id());
        TlsTerms next = applied(wish, before.terms(), deed);
        List<FieldChange> fields = Stream.of("authority", "shown")
                .flatMap(use -> field(endpoint, use, before.terms(), next).stream())
                .toList();
        if (fields.isEmpty()) {
            return false;
        }
        if (!next.isUsual() && !"https".equalsIgnoreCase(endpoint.url().getScheme())) {
            throw new Trouble("The endpoint " + endpoint.name() + " of app "
                    + place.merchant().app()
                    + " has an address without TLS (expected: one that begins with https://).");
        }
        if (!terms.change(place.merchant().id(), endpoint.id(), before, next, fields, deed)) {
            throw new Trouble("The endpoint " + endpoint.name() + " was changed at the same moment; look at it and try"
                    + " again.");
        }
        return true;
    }

    private static TlsTerms applied(TermsWish wish, TlsTerms before, Deed deed) {
        try {
            return wish.applied(before, deed.at());
        } catch (IllegalArgumentException e) {
            throw new Trouble("The terms of TLS cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static Optional<FieldChange> field(Endpoint endpoint, String use, TlsTerms was, TlsTerms becomes) {
        String whose = endpoint.id().isRegistered() ? "" : "endpoint " + endpoint.name() + " ";
        String what = use.equals("authority") ? "tls-ca" : "tls-certificate";
        return FieldChange.between(whose + what, was.said(use), becomes.said(use));
    }
}
