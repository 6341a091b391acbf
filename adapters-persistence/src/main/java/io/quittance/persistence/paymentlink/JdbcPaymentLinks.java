package io.quittance.persistence.paymentlink;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.lifecycle.Added;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.lifecycle.JdbcOrders;
import java.util.List;

/** Payment links in the tables {@code payment_link} and {@code payment_link_transaction}. */
public final class JdbcPaymentLinks extends JdbcOrders<PaymentLink, LinkId, MerchantLinkId> implements PaymentLinks {
    /** The bodies of its tables. */
    public static final List<BodyTable> BODIES = List.of(PaymentLinkRow.BODIES, LinkTransactionRow.BODIES);

    public static final JournalHead HEAD = PaymentLinkRow.HEAD;

    private final Sql sql;
    private final BodyCipher cipher;
    private final Columns<LinkTransactionRow> twice;
    private final String keep;
    private final String transactions;

    public JdbcPaymentLinks(Sql sql, BodyCipher cipher) {
        super(sql, PaymentLinkRow.table(cipher));
        this.sql = sql;
        this.cipher = cipher;
        Columns<LinkTransactionRow> all = LinkTransactionRow.all(cipher);
        Columns<LinkTransactionRow> moving = LinkTransactionRow.moving(cipher);
        twice = Columns.of(all, moving);
        keep = "insert into payment_link_transaction (%s) values (%s) on duplicate key update %s"
                .formatted(all.listed(), all.marks(), moving.assigned());
        transactions = "select " + all.listed() + " from payment_link_transaction where link_id = ?";
    }

    @Override
    public Added<PaymentLink> add(PaymentLink link) {
        Added<PaymentLink> added = super.add(link);
        if (added instanceof Added.New) {
            keep(link, List.of());
        }
        return added;
    }

    @Override
    public boolean replace(PaymentLink next) {
        boolean kept = super.replace(next);
        if (kept) {
            keep(next, transactions(next.id()));
        }
        return kept;
    }

    @Override
    protected PaymentLink whole(PaymentLink row) {
        return new PaymentLink(
                row.id(),
                row.merchant(),
                row.account(),
                row.request(),
                row.offer(),
                row.createdAt(),
                row.expiresAt(),
                row.opening(),
                row.state(),
                transactions(row.id()));
    }

    private List<LinkTransaction> transactions(LinkId id) {
        return sql.list(
                "read a link's transactions",
                transactions,
                cells -> LinkTransactionRow.read(id.value(), cells, cipher),
                (Object) identifier(id.value()));
    }

    private void keep(PaymentLink link, List<LinkTransaction> kept) {
        for (LinkTransaction one : link.transactions()) {
            if (!kept.contains(one)) {
                sql.change(
                        "keep a link's transaction",
                        keep,
                        twice.bound(new LinkTransactionRow(link.id().value(), one)));
            }
        }
    }
}
