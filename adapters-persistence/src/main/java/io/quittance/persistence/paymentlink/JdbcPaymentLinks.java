package io.quittance.persistence.paymentlink;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Payment links in the tables {@code payment_link} and {@code payment_link_transaction}. */
public final class JdbcPaymentLinks implements PaymentLinks {
    /** Changes nothing where the key is known, and takes the exclusive lock at once: see captures. */
    private static final String ADD = """
        insert into payment_link (%s)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on duplicate key update link_id = link_id
        """.formatted(PaymentLinkRow.COLUMNS);

    private static final String BY_REQUEST = """
        select %s from payment_link where merchant_id = ? and merchant_link_id = ?
        """.formatted(PaymentLinkRow.COLUMNS);

    private static final String BY_ID = """
        select %s from payment_link where link_id = ?
        """.formatted(PaymentLinkRow.COLUMNS);

    private static final String LOCKED = "for update";

    /** All but what never changes: the first three columns. */
    private static final String REPLACE = """
        update payment_link
        set amount = ?, currency = ?, country = ?, notify_url = ?, digest = ?, offer_body = ?, offer_key = ?,
          created_at = ?, expires_at = ?, opening = ?, asking_until = ?, asking_unsure = ?, upstream_id = ?,
          page_url = ?, qr_code_url = ?, state = ?, paid_by = ?
        where link_id = ?
        """;

    private static final int NEVER_CHANGING = 3;

    private static final String TRANSACTIONS = """
        select %s from payment_link_transaction where link_id = ?
        """.formatted(LinkTransactionRow.COLUMNS);

    private static final String KEEP_TRANSACTION = """
        insert into payment_link_transaction (%s) values (?, ?, ?, ?, ?, ?)
        on duplicate key update status = ?, completed_at = ?, details_body = ?, details_key = ?
        """.formatted(LinkTransactionRow.COLUMNS);

    private final Sql sql;
    private final BodyCipher cipher;

    public JdbcPaymentLinks(Sql sql, BodyCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public Added add(PaymentLink link) {
        int changed = sql.change(
                "add a payment link", ADD, PaymentLinkRow.of(link, cipher).values());
        if (changed == 1) {
            keep(link, List.of());
            return new Added.New();
        }
        return find(link.merchant(), link.request())
                .<Added>map(Added.Known::new)
                .orElseGet(Added.IdTaken::new);
    }

    @Override
    public Optional<PaymentLink> find(MerchantId merchant, MerchantLinkId request) {
        return byRequest("find a payment link", BY_REQUEST, merchant, request);
    }

    @Override
    public Optional<PaymentLink> find(LinkId id) {
        return byId("find a payment link", BY_ID, id);
    }

    @Override
    public Optional<PaymentLink> lock(MerchantId merchant, MerchantLinkId request) {
        return byRequest("lock a payment link", BY_REQUEST + LOCKED, merchant, request);
    }

    @Override
    public Optional<PaymentLink> lock(LinkId id) {
        return byId("lock a payment link", BY_ID + LOCKED, id);
    }

    private Optional<PaymentLink> byRequest(String purpose, String query, MerchantId merchant, MerchantLinkId request) {
        return sql.first(purpose, query, PaymentLinkRow::read, merchant.value(), identifier(request.value()))
                .map(this::whole);
    }

    private Optional<PaymentLink> byId(String purpose, String query, LinkId id) {
        return sql.first(purpose, query, PaymentLinkRow::read, (Object) identifier(id.value()))
                .map(this::whole);
    }

    private PaymentLink whole(PaymentLinkRow row) {
        return row.toLink(transactions(row.linkId()), cipher);
    }

    private List<LinkTransaction> transactions(String linkId) {
        return sql
                .list("read a link's transactions", TRANSACTIONS, LinkTransactionRow::read, (Object) identifier(linkId))
                .stream()
                .map(row -> row.toTransaction(cipher))
                .toList();
    }

    @Override
    public void replace(PaymentLink next) {
        Object[] all = PaymentLinkRow.of(next, cipher).values();
        Object[] values = Arrays.copyOfRange(all, NEVER_CHANGING, all.length + 1);
        values[values.length - 1] = all[0];
        int changed = sql.change("replace a payment link", REPLACE, values);
        if (changed == 0 && find(next.id()).isEmpty()) {
            throw new IllegalStateException("there is no payment link " + next.id() + " to replace");
        }
        keep(next, transactions(next.id().value()));
    }

    private void keep(PaymentLink link, List<LinkTransaction> kept) {
        for (LinkTransaction one : link.transactions()) {
            if (!kept.contains(one)) {
                sql.change(
                        "keep a link's transaction",
                        KEEP_TRANSACTION,
                        LinkTransactionRow.of(link.id().value(), one, cipher).valuesTwice());
            }
        }
    }
}
