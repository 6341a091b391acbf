package io.quittance.persistence.paymentlink;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A payment link as the table {@code payment_link} holds it. */
record PaymentLinkRow(
        String linkId,
        long merchantId,
        String merchantLinkId,
        Asked asked,
        Instant createdAt,
        Instant expiresAt,
        String opening,
        Optional<Instant> askingUntil,
        boolean askingUnsure,
        Optional<String> upstreamId,
        LinkUrls urls,
        String state,
        Optional<String> paidBy) {
    static final String COLUMNS = """
        link_id, merchant_id, merchant_link_id, amount, currency, country, notify_url, digest, offer_body, offer_key, \
        created_at, expires_at, opening, asking_until, asking_unsure, upstream_id, page_url, qr_code_url, state, paid_by\
        """;

    private static final LinkUrls NONE = new LinkUrls("", "");

    /** The columns of an {@link Offer}. */
    record Asked(
            BigDecimal amount,
            String currency,
            String country,
            Optional<String> notifyUrl,
            String digest,
            Sealed body) {
        private static Asked of(PaymentLink link, BodyCipher cipher) {
            Offer offer = link.offer();
            return new Asked(
                    offer.amount().amount(),
                    offer.amount().currency().code(),
                    offer.country().code(),
                    offer.notifyUrl().map(URI::toString),
                    offer.digest(),
                    cipher.seal(place(link.id().value()), offer.data().toArray()));
        }

        private static Asked read(Cells cells) throws SQLException {
            return new Asked(
                    cells.decimal("amount"),
                    cells.text("currency"),
                    cells.text("country"),
                    cells.maybeText("notify_url"),
                    cells.identifier("digest"),
                    new Sealed(cells.bytes("offer_body"), cells.text("offer_key")));
        }

        private Offer toOffer(String linkId, BodyCipher cipher) {
            return new Offer(
                    new Money(amount, new Currency(currency)),
                    new Country(country),
                    notifyUrl.map(URI::create),
                    digest,
                    Bytes.of(cipher.open(place(linkId), body)));
        }
    }

    static PaymentLinkRow of(PaymentLink link, BodyCipher cipher) {
        Optional<Opening.Asking> asking =
                link.opening() instanceof Opening.Asking call ? Optional.of(call) : Optional.empty();
        Optional<UpstreamLinkId> number =
                link.opening() instanceof Opening.Opened opened ? opened.number() : Optional.empty();
        return new PaymentLinkRow(
                link.id().value(),
                link.merchant().value(),
                link.request().value(),
                Asked.of(link, cipher),
                link.createdAt(),
                link.expiresAt(),
                switch (link.opening()) {
                    case Opening.Asking _ -> "ASKING";
                    case Opening.Doubtful _ -> "DOUBTFUL";
                    case Opening.Unheard _ -> "UNHEARD";
                    case Opening.Opened _ -> "OPENED";
                },
                asking.map(Opening.Asking::until),
                asking.map(Opening.Asking::unsure).orElse(false),
                number.map(UpstreamLinkId::value),
                link.urls().orElse(NONE),
                switch (link.state()) {
                    case State.Active _ -> "ACTIVE";
                    case State.Paid _ -> "PAID";
                    case State.Expired _ -> "EXPIRED";
                },
                link.state() instanceof State.Paid(var by) ? Optional.of(by.value()) : Optional.empty());
    }

    static PaymentLinkRow read(Cells cells) throws SQLException {
        return new PaymentLinkRow(
                cells.identifier("link_id"),
                cells.whole("merchant_id"),
                cells.identifier("merchant_link_id"),
                Asked.read(cells),
                cells.instant("created_at"),
                cells.instant("expires_at"),
                cells.text("opening"),
                cells.maybeInstant("asking_until"),
                cells.flag("asking_unsure"),
                cells.maybeIdentifier("upstream_id"),
                new LinkUrls(cells.text("page_url"), cells.text("qr_code_url")),
                cells.text("state"),
                cells.maybeIdentifier("paid_by"));
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            identifier(linkId),
            merchantId,
            identifier(merchantLinkId),
            asked.amount(),
            asked.currency(),
            asked.country(),
            asked.notifyUrl(),
            identifier(asked.digest()),
            asked.body().content(),
            asked.body().keyId(),
            createdAt,
            expiresAt,
            opening,
            askingUntil,
            askingUnsure,
            upstreamId.map(Sql::identifier),
            urls.page(),
            urls.qrCode(),
            state,
            paidBy.map(Sql::identifier)
        };
    }

    PaymentLink toLink(List<LinkTransaction> transactions, BodyCipher cipher) {
        return new PaymentLink(
                new LinkId(linkId),
                new MerchantId(merchantId),
                new MerchantLinkId(merchantLinkId),
                asked.toOffer(linkId, cipher),
                createdAt,
                expiresAt,
                switch (opening) {
                    case "ASKING" -> new Opening.Asking(askingUntil.orElseThrow(), askingUnsure);
                    case "DOUBTFUL" -> new Opening.Doubtful();
                    case "UNHEARD" -> new Opening.Unheard();
                    case "OPENED" -> new Opening.Opened(upstreamId.map(UpstreamLinkId::new), urls);
                    default -> throw new IllegalStateException("link " + linkId + " is opened as " + opening);
                },
                switch (state) {
                    case "ACTIVE" -> new State.Active();
                    case "PAID" -> new State.Paid(new TransactionNo(paidBy.orElseThrow()));
                    case "EXPIRED" -> new State.Expired();
                    default -> throw new IllegalStateException("link " + linkId + " in the state " + state);
                },
                transactions);
    }

    private static String place(String linkId) {
        return "offer of link " + linkId;
    }
}
