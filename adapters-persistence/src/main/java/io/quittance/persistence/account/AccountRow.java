package io.quittance.persistence.account;

import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.quittance.application.account.Accounts.Settings;
import io.quittance.application.account.NewAccount;
import io.quittance.application.journal.Fingerprint;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Handle;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row of the table {@code account}; the settings are encrypted for its merchant, its acquirer and its names there. {@code
 * retired} is 0 or, of a merchant that was removed, its id, so that its names are free.
 */
@MappedEntity("account")
record AccountRow(
        @Id @GeneratedValue @Nullable Long id,
        long merchantId,
        String acquirer,
        @Nullable byte[] names,
        int version,
        byte[] settingsBody,
        String settingsKey,
        long retired) {

    static final BodyTable BODIES = BodyTable.of(
                    "account",
                    "settings",
                    cells -> place(
                            cells.whole("merchant_id"),
                            cells.text("acquirer"),
                            cells.maybeBytes("names").orElse(null)),
                    Number.whole("id"))
            .toldBy("merchant_id", "acquirer", "names");

    static AccountRow of(MerchantId merchant, NewAccount asked, BodyCipher cipher) {
        return of(null, merchant.value(), 1, asked, cipher);
    }

    /** The next version of it. */
    AccountRow next(NewAccount asked, BodyCipher cipher) {
        return of(id, merchantId, version + 1, asked, cipher);
    }

    private static AccountRow of(@Nullable Long id, long merchant, int version, NewAccount asked, BodyCipher cipher) {
        byte[] names = names(asked.handles());
        Sealed sealed = cipher.seal(
                place(merchant, asked.acquirer().value(), names),
                asked.settings().toArray());
        return new AccountRow(
                id, merchant, asked.acquirer().value(), names, version, sealed.content(), sealed.keyId(), 0);
    }

    Settings toSettings(BodyCipher cipher) {
        return new Settings(
                version,
                Bytes.of(cipher.open(place(merchantId, acquirer, names), new Sealed(settingsBody, settingsKey))));
    }

    Account toAccount(List<AccountHandleRow> handles) {
        return new Account(
                new AccountId(id),
                new MerchantId(merchantId),
                new AcquirerName(acquirer),
                handles.stream().map(AccountHandleRow::toHandle).toList(),
                version);
    }

    private static @Nullable byte[] names(List<Handle> handles) {
        if (handles.isEmpty()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        handles.forEach(one -> Stream.of(one.kind(), one.value()).forEach(texts::add));
        return identifier(Fingerprint.of(texts).value());
    }

    private static String place(long merchant, String acquirer, @Nullable byte[] names) {
        return "settings of an account of merchant " + merchant + " with " + acquirer
                + (names == null ? "" : " as " + new String(names, StandardCharsets.US_ASCII));
    }

    /** Says which, never what settings it has. */
    @Override
    public String toString() {
        return "AccountRow[" + id + ", " + acquirer + "]";
    }
}
