package io.quittance.persistence.account;

import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.quittance.domain.account.Handle;
import java.nio.charset.StandardCharsets;

/** One row of the table {@code account_handle}. */
@MappedEntity("account_handle")
record AccountHandleRow(@Id @GeneratedValue @Nullable Long id, long accountId, String kind, byte[] handle) {

    static AccountHandleRow of(long account, Handle handle) {
        return new AccountHandleRow(null, account, handle.kind(), identifier(handle.value()));
    }

    Handle toHandle() {
        return new Handle(kind, new String(handle, StandardCharsets.UTF_8));
    }
}
