package io.quittance.persistence.journal;

import io.quittance.application.journal.Discrepancies;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import java.util.List;

/** Discrepancies in the table {@code discrepancy}. */
public final class JdbcDiscrepancies implements Discrepancies {
    private static final String OPEN = """
        insert into discrepancy (%s)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on duplicate key update repeats = repeats + 1
        """.formatted(DiscrepancyRow.COLUMNS);

    private static final String OF_MERCHANT = """
        select id, %s, repeats from discrepancy where merchant_id = ? order by id limit ?
        """.formatted(DiscrepancyRow.COLUMNS);

    private final Sql sql;
    private final BodyCipher cipher;

    public JdbcDiscrepancies(Sql sql, BodyCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public boolean open(Discrepancy discrepancy) {
        int changed = sql.change(
                "keep a discrepancy",
                OPEN,
                DiscrepancyRow.of(discrepancy, cipher).values());
        return changed == 1;
    }

    @Override
    public List<Open> of(MerchantId merchant, int limit) {
        return of(merchant.value(), limit);
    }

    @Override
    public List<Open> unassigned(int limit) {
        return of(DiscrepancyRow.NOBODY, limit);
    }

    private List<Open> of(long merchant, int limit) {
        return sql.list("read discrepancies", OF_MERCHANT, DiscrepancyRow::read, merchant, limit).stream()
                .map(row -> row.toOpen(cipher))
                .toList();
    }
}
