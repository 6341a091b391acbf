package io.quittance.persistence.journal;

import io.quittance.application.journal.Discrepancies;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import java.util.List;

/** Discrepancies in the table {@code discrepancy}. */
public final class JdbcDiscrepancies implements Discrepancies {
    private static final String OPEN =
            "insert into discrepancy (%s) values (%s) on duplicate key update repeats = repeats + 1";

    private static final String OF_MERCHANT = """
        select id, %s, repeats from discrepancy where merchant_id = ? order by id limit ?
        """;

    private final Sql sql;
    private final BodyCipher cipher;
    private final Columns<Discrepancy> columns;

    public JdbcDiscrepancies(Sql sql, BodyCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
        columns = DiscrepancyRow.columns(cipher);
    }

    @Override
    public boolean open(Discrepancy discrepancy) {
        String insert = OPEN.formatted(columns.listed(), columns.marks());
        return sql.change("keep a discrepancy", insert, columns.bound(discrepancy)) == 1;
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
        return sql.list(
                "read discrepancies",
                OF_MERCHANT.formatted(columns.listed()),
                cells -> DiscrepancyRow.read(cells, cipher),
                merchant,
                limit);
    }
}
