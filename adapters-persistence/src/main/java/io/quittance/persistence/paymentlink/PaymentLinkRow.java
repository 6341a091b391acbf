package io.quittance.persistence.paymentlink;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.State;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Due;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.lifecycle.OrderTable;
import io.quittance.persistence.lifecycle.OrderTable.Id;
import io.quittance.persistence.lifecycle.OrderTable.Key;
import io.quittance.persistence.lifecycle.OrderTable.Open;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A payment link as the table {@code payment_link} holds it; its transactions stand in another. */
final class PaymentLinkRow {
    static final JournalHead HEAD = new JournalHead(ObjectRef.Kind.PAYMENT_LINK, "payment_link", "link_id");

    private static final LinkUrls NONE = new LinkUrls("", "");

    private static final Columns<PaymentLink> FIXED = Columns.of(
            Columns.of("account_id", link -> link.account().value()), JournalHead.month(PaymentLink::createdAt));
    private static final Columns<PaymentLink> LIFE = Columns.of(
            Columns.of("created_at", PaymentLink::createdAt),
            Columns.of("expires_at", PaymentLink::expiresAt),
            Columns.of("opening", link -> name(link.opening())),
            // By the database's clock: another instance must not take a call for cut off that goes on.
            Columns.of("asking_until", link -> Due.at(asking(link).map(Opening.Asking::until))),
            Columns.of(
                    "asking_unsure",
                    link -> asking(link).map(Opening.Asking::unsure).orElse(false)),
            Columns.of("upstream_id", PaymentLinkRow::upstreamId),
            Columns.of("page_url", link -> link.urls().orElse(NONE).page()),
            Columns.of("qr_code_url", link -> link.urls().orElse(NONE).qrCode()),
            Columns.of("state", link -> name(link.state())),
            Columns.of("paid_by", PaymentLinkRow::paidBy));

    static final BodyTable BODIES =
            BodyTable.of(HEAD.table(), "offer", cells -> place(cells.identifier("link_id")), Number.bytes("link_id"));

    private PaymentLinkRow() {}

    static OrderTable<PaymentLink, LinkId, MerchantLinkId> table(BodyCipher cipher) {
        return new OrderTable<>(
                HEAD,
                new Id<>(PaymentLink::id, LinkId::value, LinkId::new),
                new Key<>("merchant_link_id", PaymentLink::merchant, PaymentLink::request, MerchantLinkId::value),
                new Open<>("ACTIVE", link -> link.state() instanceof State.Active),
                FIXED,
                Columns.of(offer(cipher), LIFE),
                cells -> read(cells, cipher));
    }

    /** Moves, too: what upstream never had may be asked for with other content. */
    private static Columns<PaymentLink> offer(BodyCipher cipher) {
        return Columns.of(
                Columns.of("amount", link -> link.offer().amount().amount()),
                Columns.of("currency", link -> link.offer().amount().currency().code()),
                Columns.of("country", link -> link.offer().country().code()),
                Columns.of("notify_url", link -> link.offer().notifyUrl().map(URI::toString)),
                Columns.of("digest", link -> identifier(link.offer().digest())),
                Columns.sealed(
                        "offer",
                        link -> Optional.of(cipher.seal(
                                place(link.id().value()), link.offer().data().toArray()))));
    }

    private static String name(Opening opening) {
        return switch (opening) {
            case Opening.Asking _ -> "ASKING";
            case Opening.Doubtful _ -> "DOUBTFUL";
            case Opening.Unheard _ -> "UNHEARD";
            case Opening.Opened _ -> "OPENED";
        };
    }

    private static Optional<Opening.Asking> asking(PaymentLink link) {
        return link.opening() instanceof Opening.Asking call ? Optional.of(call) : Optional.empty();
    }

    private static Optional<byte[]> upstreamId(PaymentLink link) {
        return link.opening() instanceof Opening.Opened(var number, var _)
                ? number.map(UpstreamLinkId::value).map(Sql::identifier)
                : Optional.empty();
    }

    private static String name(State state) {
        return switch (state) {
            case State.Active _ -> "ACTIVE";
            case State.Paid _ -> "PAID";
            case State.Expired _ -> "EXPIRED";
        };
    }

    private static Optional<byte[]> paidBy(PaymentLink link) {
        return link.state() instanceof State.Paid(var by) ? Optional.of(identifier(by.value())) : Optional.empty();
    }

    private static String place(String linkId) {
        return "offer of link " + linkId;
    }

    private static PaymentLink read(Cells cells, BodyCipher cipher) throws SQLException {
        String linkId = cells.identifier("link_id");
        return new PaymentLink(
                new LinkId(linkId),
                new MerchantId(cells.whole("merchant_id")),
                new AccountId(cells.whole("account_id")),
                new MerchantLinkId(cells.identifier("merchant_link_id")),
                offer(cells, linkId, cipher),
                cells.instant("created_at"),
                cells.instant("expires_at"),
                opening(cells, linkId),
                state(cells, linkId),
                List.of());
    }

    private static Offer offer(Cells cells, String linkId, BodyCipher cipher) throws SQLException {
        Sealed body = new Sealed(cells.bytes("offer_body"), cells.text("offer_key"));
        return new Offer(
                new Money(cells.decimal("amount"), new Currency(cells.text("currency"))),
                new Country(cells.text("country")),
                cells.maybeText("notify_url").map(URI::create),
                cells.identifier("digest"),
                Bytes.of(cipher.open(place(linkId), body)));
    }

    private static Opening opening(Cells cells, String linkId) throws SQLException {
        String opening = cells.text("opening");
        return switch (opening) {
            case "ASKING" ->
                new Opening.Asking(cells.maybeDue("asking_until").orElseThrow(), cells.flag("asking_unsure"));
            case "DOUBTFUL" -> new Opening.Doubtful();
            case "UNHEARD" -> new Opening.Unheard();
            case "OPENED" ->
                new Opening.Opened(
                        cells.maybeIdentifier("upstream_id").map(UpstreamLinkId::new),
                        new LinkUrls(cells.text("page_url"), cells.text("qr_code_url")));
            default -> throw new IllegalStateException("link " + linkId + " is opened as " + opening);
        };
    }

    private static State state(Cells cells, String linkId) throws SQLException {
        String state = cells.text("state");
        return switch (state) {
            case "ACTIVE" -> new State.Active();
            case "PAID" ->
                new State.Paid(
                        new TransactionNo(cells.maybeIdentifier("paid_by").orElseThrow()));
            case "EXPIRED" -> new State.Expired();
            default -> throw new IllegalStateException("link " + linkId + " in the state " + state);
        };
    }
}
