package io.quittance.persistence.merchant;

import static io.quittance.persistence.database.OurWords.asking;

import io.micronaut.context.annotation.Bean;
import io.micronaut.transaction.TransactionOperations;
import io.quittance.application.merchant.EndpointTerms;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.registration.JdbcChanges;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The terms of endpoints in the table {@code endpoint_terms}. A bean under its own type only, as what is put in front of it. */
@Singleton
@Bean(typed = JdbcEndpointTerms.class)
public final class JdbcEndpointTerms implements EndpointTerms {
    private final EndpointTermsRows rows;
    private final EndpointTermsMarks marks;
    private final TransactionOperations<Connection> transactions;
    public static final BodyTable BODIES = EndpointTermsRow.BODIES;

    private final BodyCipher cipher;
    private final JdbcChanges changes;

    JdbcEndpointTerms(
            EndpointTermsRows rows,
            EndpointTermsMarks marks,
            TransactionOperations<Connection> transactions,
            BodyCipher cipher,
            JdbcChanges changes) {
        this.rows = rows;
        this.marks = marks;
        this.transactions = transactions;
        this.cipher = cipher;
        this.changes = changes;
    }

    @Override
    public Map<EndpointId, Integer> versions() {
        return asking("look for terms of endpoints", marks::findAll).stream()
                .collect(Collectors.toMap(mark -> new EndpointId(mark.endpoint()), EndpointTermsMark::version));
    }

    @Override
    public Optional<Kept> of(EndpointId endpoint) {
        return asking("read the terms of an endpoint", () -> rows.findById(endpoint.value()))
                .map(row -> row.toKept(cipher));
    }

    @Override
    public boolean change(
            MerchantId merchant, EndpointId endpoint, int version, Bytes next, List<FieldChange> fields, Deed deed) {
        EndpointTermsRow row = EndpointTermsRow.of(merchant, endpoint, version + 1, next, cipher);
        try {
            return asking(
                    "change the terms of an endpoint",
                    () -> transactions.executeWrite(status -> {
                        int known = rows.lock(endpoint.value())
                                .map(EndpointTermsRow::version)
                                .orElse(NONE);
                        if (known != version) {
                            return false;
                        }
                        if (version == NONE) {
                            rows.save(row);
                        } else {
                            rows.update(row);
                        }
                        changes.keep(merchant, fields, deed);
                        return true;
                    }));
        } catch (StatementFailed e) {
            if (e.fault() != Fault.DUPLICATE) {
                throw e;
            }
            return false;
        }
    }
}
